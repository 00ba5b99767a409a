package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.annotations.Async;
import io.jasyncio.internal.AwaitedThrough;
import io.jasyncio.internal.Sneaky;
import java.time.Duration;
import java.util.function.Consumer;

/** {@link Asyncio#waitFor}. */
final class TimeLimit {

  private TimeLimit() {}

  @Async
  static <T> Coroutine<T> waitFor(Awaitable<T> awaitable, Duration limit) {
    if (limit.isZero()) {
      return result(await(takeOrCancel(awaitable, limit)));
    }
    Timeout timeout = Timeout.after(limit);
    T value;
    try {
      value = await(awaitable);
    } catch (Throwable failure) {
      throw Sneaky.raise(timeout.exit(failure));
    }
    Throwable unused = timeout.exit(null);
    return result(value);
  }

  /** There is no time to wait: takes what is there already. */
  @Async
  private static <T> Coroutine<T> takeOrCancel(Awaitable<T> awaitable, Duration limit) {
    Future<T> future = Asyncio.ensureFuture(awaitable);
    if (!future.done()) {
      await(cancelAndWait(future));
    }
    if (future.cancelled()) {
      throw new AsyncTimeoutException("timed out after " + limit, cancellationOf(future));
    }
    return result(future.result());
  }

  /** Cancels a future and waits until it is done; a wait that can itself be cancelled. */
  @Async
  private static Coroutine<Void> cancelAndWait(Future<?> future) {
    Future<Void> waiter = future.getLoop().createFuture();
    Consumer<Future<?>> release = new Release(waiter);
    future.addDoneCallback(release);
    try {
      future.cancel();
      await(waiter);
    } finally {
      future.removeDoneCallback(release);
    }
    return result();
  }

  private static CancelledError cancellationOf(Future<?> future) {
    return ((LoopFuture<?>) future).cancellation();
  }

  /** Ends a wait, whatever the future has come to. */
  private record Release(Future<Void> waiter) implements Consumer<Future<?>>, AwaitedThrough {
    @Override
    public void accept(Future<?> done) {
      if (!waiter.done()) {
        waiter.setResult(null);
      }
    }
  }
}
