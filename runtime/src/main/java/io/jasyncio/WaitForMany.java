package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.annotations.Async;
import io.jasyncio.internal.Arguments;
import io.jasyncio.internal.AwaitedThrough;
import io.jasyncio.internal.CurrentLoop;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/** {@link Asyncio#wait}: one wait for several futures. */
final class WaitForMany implements Consumer<Future<?>>, AwaitedThrough {

  private final ReturnWhen returnWhen;
  private final Future<Void> over;

  /** How many futures have not told that they are done. */
  private int unfinished;

  private WaitForMany(EventLoop loop, int count, ReturnWhen returnWhen) {
    this.over = loop.createFuture();
    this.unfinished = count;
    this.returnWhen = returnWhen;
  }

  /** Checks the arguments when it is called, not when the coroutine is awaited. */
  static <F extends Future<?>> Coroutine<WaitResult<F>> of(
      Collection<? extends F> futures, Duration limit, ReturnWhen returnWhen) {
    Arguments.notNull(returnWhen, "returnWhen");
    Set<F> distinct = new LinkedHashSet<>(Arguments.notNull(futures, "futures"));
    if (distinct.isEmpty()) {
      throw new IllegalArgumentException(
          "There is nothing to wait for: give at least one task or future");
    }
    if (distinct.contains(null)) {
      throw new NullPointerException("A future to wait for is null");
    }
    return waitFor(distinct, limit, returnWhen);
  }

  @Async
  private static <F extends Future<?>> Coroutine<WaitResult<F>> waitFor(
      Set<F> futures, Duration limit, ReturnWhen returnWhen) {
    EventLoop loop = CurrentLoop.running();
    WaitForMany wait = new WaitForMany(loop, futures.size(), returnWhen);
    Handle timer = limit == null ? null : loop.callLater(limit, wait::release);
    futures.forEach(future -> future.addDoneCallback(wait));
    try {
      await(wait.over);
    } finally {
      if (timer != null) {
        timer.cancel();
      }
      futures.forEach(future -> future.removeDoneCallback(wait));
    }
    return result(split(futures));
  }

  /** Asks the futures themselves: some may be done whose callbacks were not called yet. */
  private static <F extends Future<?>> WaitResult<F> split(Set<F> futures) {
    Set<F> done = new LinkedHashSet<>();
    Set<F> pending = new LinkedHashSet<>();
    for (F future : futures) {
      (future.done() ? done : pending).add(future);
    }
    return new WaitResult<>(done, pending);
  }

  /** One future is done. */
  @Override
  public void accept(Future<?> future) {
    unfinished--;
    if (unfinished == 0 || returnWhen == ReturnWhen.FIRST_COMPLETED || endsWait(future)) {
      release();
    }
  }

  private boolean endsWait(Future<?> future) {
    return returnWhen == ReturnWhen.FIRST_EXCEPTION
        && !future.cancelled()
        && future.exception() != null;
  }

  @Override
  public Future<?> waiter() {
    return over;
  }

  private void release() {
    if (!over.done()) {
      over.setResult(null);
    }
  }
}
