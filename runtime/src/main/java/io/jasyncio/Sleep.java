package io.jasyncio;

import io.jasyncio.codegen.Execution;
import io.jasyncio.codegen.Suspension;
import java.time.Duration;

/**
 * The coroutine of {@link Asyncio#sleep}, for one that is not awaited where it is made, or that has
 * a value. Woven code that awaits a sleep right away makes none: see {@link Suspension#sleep}.
 */
final class Sleep<T> extends Coroutine<T> {

  private final Duration delay;
  private final T value;

  Sleep(Duration delay, T value) {
    this.delay = delay;
    this.value = value;
  }

  @Override
  protected Object resume(Execution execution) throws Throwable {
    if (Suspension.resume(this) != 0) {
      Suspension.resumed(execution);
      return value;
    }
    Object outcome = Suspension.sleep(delay, execution);
    Suspension.suspend(this, 1, execution);
    return outcome;
  }
}
