package io.jasyncio.internal;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Asyncio;
import io.jasyncio.CancelledError;
import io.jasyncio.Coroutine;
import io.jasyncio.Future;
import io.jasyncio.annotations.Async;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The tasks that an operation has started and must not outlive. Tells which are done, in order. */
public final class Children<T> implements Consumer<Future<T>>, AwaitedThrough {

  private final Set<Future<T>> running = new LinkedHashSet<>();
  private final Deque<Future<T>> done = new ArrayDeque<>();

  private int started;

  /** Set while the parent waits for a child. */
  private Future<Void> news;

  /** Makes {@code child} one of them; it may be one already. */
  public void add(Future<T> child) {
    if (running.add(child)) {
      started++;
      child.addDoneCallback(this);
    }
  }

  /** How many were added. */
  public int started() {
    return started;
  }

  /** How many are not done. */
  public int running() {
    return running.size();
  }

  /** A child is done. */
  @Override
  public void accept(Future<T> child) {
    if (running.remove(child)) {
      done.add(child);
      if (news != null && !news.done()) {
        news.setResult(null);
      }
    }
  }

  @Override
  public Future<?> waiter() {
    return news;
  }

  /** Waits for the next child that is done; there must be one to wait for. */
  @Async
  public Coroutine<Future<T>> next() {
    while (done.isEmpty()) {
      news = Asyncio.getRunningLoop().createFuture();
      try {
        await(news);
      } finally {
        news = null;
      }
    }
    return result(done.remove());
  }

  /**
   * Cancels those that run and waits until they are done, even if the waiting task is cancelled
   * meanwhile; then it throws the cancellation in the end, and passes it on to the children, too.
   */
  @Async
  public Coroutine<Void> cancelAndWait() {
    CancelledError cancelled = null;
    cancelAll();
    while (!running.isEmpty()) {
      try {
        Future<T> unused = await(next());
      } catch (CancelledError error) {
        cancelled = error;
        cancelAll();
      }
    }
    if (cancelled != null) {
      throw cancelled;
    }
    return result();
  }

  /** Cancels those that run, without waiting. */
  public void cancelAll() {
    for (Future<T> child : List.copyOf(running)) {
      child.cancel();
    }
  }
}
