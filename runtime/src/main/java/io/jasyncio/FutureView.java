package io.jasyncio;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A loop's future as other threads see it. Cancelling it cancels the loop's future. */
final class FutureView<T> extends CompletableFuture<T> {

  private final EventLoop loop;

  /** Used on the loop's thread only; null until there is one. */
  private Future<T> source;

  FutureView(EventLoop loop) {
    this.loop = loop;
  }

  /** Takes the outcome of {@code future} once it is done; on the loop's thread. */
  void follow(Future<T> future) {
    source = future;
    future.addDoneCallback(this::settle);
  }

  /** As {@link #follow}, but takes the outcome at once if {@code future} is done. */
  void followNow(Future<T> future) {
    if (future.done()) {
      settle(future);
    } else {
      follow(future);
    }
  }

  /** Makes a task of {@code coroutine}, unless this was cancelled before; on the loop's thread. */
  void start(Coroutine<T> coroutine) {
    if (isDone()) {
      coroutine.close();
    } else {
      follow(createTask(coroutine));
    }
  }

  /** A task factory may fail; the loop's exception handler is told, too. */
  private Task<T> createTask(Coroutine<T> coroutine) {
    try {
      return loop.createTask(coroutine);
    } catch (Throwable failure) {
      completeExceptionally(failure);
      throw failure;
    }
  }

  private void settle(Future<T> future) {
    if (future.cancelled()) {
      super.cancel(false);
    } else if (future.exception() != null) {
      completeExceptionally(future.exception());
    } else {
      complete(future.result());
    }
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean cancelled = super.cancel(mayInterruptIfRunning);
    if (cancelled) {
      loop.callSoonThreadsafeUnlessClosed(this::cancelSource);
    }
    return cancelled;
  }

  private void cancelSource() {
    if (source != null) {
      source.cancel();
    }
  }

  @Override
  public T get() throws InterruptedException, ExecutionException {
    checkMayBlock();
    return super.get();
  }

  @Override
  public T get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    checkMayBlock();
    return super.get(timeout, unit);
  }

  @Override
  public T join() {
    checkMayBlock();
    return super.join();
  }

  private void checkMayBlock() {
    if (!isDone() && loop.isLoopThread()) {
      throw new WrongLoopException(
          "Waiting here would block the loop's own thread for ever: await the future instead");
    }
  }
}
