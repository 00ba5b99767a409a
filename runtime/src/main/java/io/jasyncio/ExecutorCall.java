package io.jasyncio;

import java.util.concurrent.Callable;

/** A blocking call on an executor, and the future of its outcome. */
final class ExecutorCall<T> extends LoopFuture<T> implements Runnable {

  private final Callable<T> callable;

  /** Set on the loop's thread, read on the executor's. */
  private volatile boolean abandoned;

  ExecutorCall(EventLoop loop, Callable<T> callable) {
    super(loop);
    this.callable = callable;
  }

  /** Runs on the executor's thread. */
  @Override
  public void run() {
    if (abandoned) {
      return;
    }
    T result;
    try {
      result = callable.call();
    } catch (Throwable failure) {
      loop.callSoonThreadsafeUnlessClosed(() -> settle(null, failure));
      return;
    }
    loop.callSoonThreadsafeUnlessClosed(() -> settle(result, null));
  }

  private void settle(T result, Throwable failure) {
    if (done()) {
      return;
    }
    if (failure == null) {
      succeed(result);
    } else {
      fail(failure);
    }
  }

  /** A call that has begun goes on, as asyncio's; one that has not is left out. */
  @Override
  public boolean cancel(String message) {
    abandoned = true;
    return super.cancel(message);
  }
}
