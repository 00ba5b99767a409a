package io.jasyncio.codegen;

import java.util.Iterator;

/** A loop over a plain iterator, where the class file does not tell that it is one. */
final class PlainLoop<T> extends AsyncLoop<T> {

  private final Iterator<T> iterator;

  PlainLoop(Iterator<T> iterator) {
    this.iterator = iterator;
  }

  @Override
  protected Object await(Execution execution) {
    return iterator.hasNext() ? Suspension.EMITTED : null;
  }

  @Override
  public T next() {
    return iterator.next();
  }

  @Override
  protected Suspendable leave(Throwable failure) {
    return nothing();
  }
}
