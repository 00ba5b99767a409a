package io.jasyncio;

import io.jasyncio.codegen.AsyncLoop;
import io.jasyncio.codegen.Execution;
import io.jasyncio.codegen.StateMachine;
import io.jasyncio.codegen.Suspendable;
import io.jasyncio.codegen.Suspension;

/** A loop over an asynchronous iterator that is no generator. */
final class IteratorLoop<T> extends AsyncLoop<T> {

  private final AsyncIterator<T> source;
  private boolean ended;
  private T value;

  IteratorLoop(AsyncIterator<T> source) {
    this.source = source;
  }

  @Override
  protected Object await(Execution execution) throws Throwable {
    Object outcome;
    try {
      outcome = Suspension.begin(source.anext(), execution);
    } catch (StopAsyncIteration end) {
      return end();
    }
    if (outcome == Suspension.SUSPENDED) {
      Suspension.suspend(new Step(), 1, execution);
      return outcome;
    }
    return keep(outcome);
  }

  private Object end() {
    ended = true;
    return null;
  }

  @SuppressWarnings("unchecked") // it is what anext() was awaited for
  private Object keep(Object outcome) {
    value = (T) outcome;
    return Suspension.EMITTED;
  }

  @Override
  public T next() {
    T taken = value;
    value = null;
    return taken;
  }

  @Override
  protected Suspendable leave(Throwable failure) {
    if (ended || !(source instanceof AsyncCloseable closeable)) {
      return nothing();
    }
    return failure == null ? closeable.aclose() : closeable.aclose(failure);
  }

  /** The frame that waits for a value. */
  private final class Step extends StateMachine {

    @Override
    protected Object resume(Execution execution) throws Throwable {
      int unused = Suspension.resume(this);
      try {
        return keep(Suspension.resumed(execution));
      } catch (StopAsyncIteration end) {
        return end();
      }
    }

    @Override
    protected RuntimeException reused() {
      return new IllegalStateException("a step of a loop is taken once");
    }
  }
}
