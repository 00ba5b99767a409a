package io.jasyncio;

import java.util.function.Consumer;

/** One callback of a future that is done, in the ready queue. */
record DoneCallback<T>(LoopFuture<T> future, Consumer<? super Future<T>> callback)
    implements Ready {

  @Override
  public void takeTurn() {
    callback.accept(future);
  }
}
