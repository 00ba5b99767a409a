package io.jasyncio;

import io.jasyncio.codegen.AsyncLoop;
import io.jasyncio.codegen.Execution;
import io.jasyncio.codegen.Suspendable;

/** A loop over an async generator, whose body runs inside the looping body's own chain. */
final class GeneratorLoop<T> extends AsyncLoop<T> {

  private final AsyncGenerator<T> source;

  GeneratorLoop(AsyncGenerator<T> source) {
    this.source = source;
  }

  @Override
  protected Object await(Execution execution) throws Throwable {
    return source.step(execution, null, "anext");
  }

  @Override
  public T next() {
    return source.taken();
  }

  @Override
  protected Suspendable leave(Throwable failure) {
    if (source.isOver()) {
      return nothing();
    }
    return failure == null ? source.aclose() : Closing.afterFailure(source, failure);
  }
}
