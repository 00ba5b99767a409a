package io.jasyncio;

import io.jasyncio.codegen.Execution;
import io.jasyncio.codegen.Failure;
import io.jasyncio.codegen.Suspension;

/** The frame of {@code emitAll} over a generator that has a run of its own. */
final class StartedSource extends Generator<Object> {

  private final Generator<?> source;

  StartedSource(Generator<?> source) {
    this.source = source;
  }

  @Override
  protected Object resume(Execution execution) {
    try {
      Suspension.emit(source.nextForOther(sent(execution)), this);
    } catch (StopIteration returned) {
      return returned.value();
    }
    Suspension.suspend(this, 1, execution);
    return Suspension.SUSPENDED;
  }

  private Object sent(Execution execution) {
    if (Suspension.resume(this) == 0) {
      return null;
    }
    try {
      return Suspension.resumed(execution);
    } catch (GeneratorExit exit) {
      source.close();
      throw exit;
    } catch (Throwable thrown) {
      return new Failure(thrown);
    }
  }
}
