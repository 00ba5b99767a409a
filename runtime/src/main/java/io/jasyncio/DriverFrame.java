package io.jasyncio;

import io.jasyncio.codegen.Execution;
import io.jasyncio.codegen.Failure;
import io.jasyncio.codegen.Suspension;

/**
 * The frame that awaits a coroutine which is driven by hand. The coroutine needs no field for its
 * driver: it finds it as its awaiter.
 */
final class DriverFrame extends Coroutine<Object> {

  private final Coroutine<?> driven;
  private final HandDrive drive = new HandDrive();

  DriverFrame(Coroutine<?> driven) {
    this.driven = driven;
  }

  /** Goes on with a value or a {@link Failure}. */
  Future<?> drive(Object sent) {
    return drive.step(this, sent);
  }

  /** Runs the coroutine to its end with {@link GeneratorExit}. */
  void closeDriven() {
    try {
      drive(new Failure(new GeneratorExit()));
    } catch (GeneratorExit | StopIteration ended) {
      return;
    }
    throw new IllegalStateException(
        "coroutine ignored GeneratorExit: " + driven + ". Do not await while it is being closed");
  }

  @Override
  protected Object resume(Execution execution) throws Throwable {
    if (Suspension.resume(this) != 0) {
      return Suspension.resumed(execution);
    }
    Object outcome = Suspension.begin(driven, execution);
    if (outcome == Suspension.SUSPENDED) {
      Suspension.suspend(this, 1, execution);
    }
    return outcome;
  }
}
