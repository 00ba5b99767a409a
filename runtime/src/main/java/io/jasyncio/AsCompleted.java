package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.annotations.Async;
import io.jasyncio.internal.Arguments;
import io.jasyncio.internal.AwaitedThrough;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** {@link Asyncio#asCompleted}: each step takes the next future that is done. */
final class AsCompleted<T>
    implements AsyncIterator<Future<T>>, Consumer<Future<T>>, AwaitedThrough {

  /** The futures that are done; empty ones stand for those that were not when the time was over. */
  private final AsyncQueue<Optional<Future<T>>> done = new AsyncQueue<>();

  /** The futures that have not told that they are done. */
  private final Set<Future<T>> unfinished = new LinkedHashSet<>();

  /** Null for no limit. */
  private Handle timer;

  private final Duration limit;

  /** How many futures are to be given. */
  private int left;

  private AsCompleted(Duration limit) {
    this.limit = limit;
  }

  /**
   * Starts what is not started yet.
   *
   * @param limit null for none
   */
  static <T> AsyncIterable<Future<T>> of(
      EventLoop loop, Collection<? extends Awaitable<T>> awaitables, Duration limit) {
    Arguments.notNull(awaitables, "awaitables");
    AsCompleted<T> all = new AsCompleted<>(limit);
    Set<Object> known = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Awaitable<T> awaitable : awaitables) {
      if (known.add(awaitable)) {
        all.unfinished.add(Adapter.ensureFuture(awaitable, loop));
      }
    }
    all.left = all.unfinished.size();
    if (limit != null && all.left > 0) {
      all.timer = loop.callLater(limit, all::expire);
    }
    all.unfinished.forEach(future -> future.addDoneCallback(all));
    return all;
  }

  /** A future is done. */
  @Override
  public void accept(Future<T> future) {
    if (unfinished.remove(future)) {
      done.putNowait(Optional.of(future));
      if (unfinished.isEmpty() && timer != null) {
        timer.cancel();
      }
    }
  }

  /** As a rule one task waits for them all. */
  @Override
  public Future<?> waiter() {
    return done.nextGetter();
  }

  private void expire() {
    for (Future<T> future : unfinished) {
      int unused = future.removeDoneCallback(this);
      done.putNowait(Optional.empty());
    }
    unfinished.clear();
  }

  @Override
  @Async
  public Coroutine<Future<T>> anext() {
    if (left == 0) {
      throw new StopAsyncIteration();
    }
    left--;
    Optional<Future<T>> next = await(done.get());
    if (next.isEmpty()) {
      throw new AsyncTimeoutException("timed out after " + limit, null);
    }
    return result(next.get());
  }
}
