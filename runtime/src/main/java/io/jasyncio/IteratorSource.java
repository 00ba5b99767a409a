package io.jasyncio;

import io.jasyncio.codegen.Execution;
import io.jasyncio.codegen.Suspension;
import java.util.Iterator;

/** The frame of {@code emitAll} over something that is no generator. */
final class IteratorSource extends Generator<Object> {

  private final Iterator<?> source;

  IteratorSource(Iterator<?> source) {
    this.source = source;
  }

  @Override
  protected Object resume(Execution execution) throws Throwable {
    if (Suspension.resume(this) != 0 && Suspension.resumed(execution) != null) {
      throw new IllegalArgumentException(
          "can't send a value to " + source.getClass().getName() + ", which is no generator");
    }
    if (!source.hasNext()) {
      return null;
    }
    Suspension.emit(source.next(), this);
    Suspension.suspend(this, 1, execution);
    return Suspension.SUSPENDED;
  }
}
