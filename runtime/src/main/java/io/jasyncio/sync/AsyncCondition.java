package io.jasyncio.sync;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.CancelledError;
import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.internal.Arguments;
import io.jasyncio.internal.LoopBinding;
import io.jasyncio.internal.Wait;
import io.jasyncio.internal.WaitQueue;
import java.util.function.BooleanSupplier;

/**
 * A lock together with a way to wait, while it is let go, for what another task does under it. The
 * counterpart of {@code asyncio.Condition}.
 *
 * <pre>{@code
 * try (var held = await(condition.acquire())) {
 *   await(condition.waitFor(() -> stock >= wanted));
 *   stock -= wanted;
 * }
 * }</pre>
 *
 * <pre>{@code
 * try (var held = await(condition.acquire())) {
 *   stock += delivered;
 *   condition.notifyAllWaiters();
 * }
 * }</pre>
 *
 * <p>A notification is never lost: one that was woken but fails before it can act on it, as by a
 * cancellation, hands it to the next. For the tasks of one loop; not for several threads.
 */
public final class AsyncCondition {

  /**
   * How a condition stands at one moment.
   *
   * @param tasksWaiting how many tasks wait to be notified
   * @param lock how the lock stands, where those are counted who were notified and wait for it
   */
  public record Statistics(int tasksWaiting, AsyncLock.Statistics lock) {}

  private final AsyncLock lock;
  private final LoopBinding binding;
  private final WaitQueue waiters = new WaitQueue();

  /** A condition with a lock of its own. */
  public AsyncCondition() {
    this(new AsyncLock());
  }

  /**
   * A condition of a given lock. Several conditions may share one.
   *
   * @param lock the lock to hold
   */
  public AsyncCondition(AsyncLock lock) {
    this.lock = Arguments.notNull(lock, "lock");
    this.binding = lock.binding();
  }

  /**
   * Acquires the lock. Suspends as {@link AsyncLock#acquire} does.
   *
   * @return a coroutine to be awaited; it evaluates to a handle whose closing releases the lock
   */
  public Coroutine<Held> acquire() {
    return lock.acquire();
  }

  /**
   * Acquires the lock without waiting.
   *
   * @return a handle whose closing releases the lock
   * @throws WouldSuspendException if the lock is held, or others wait for it
   */
  public Held acquireNowait() {
    return lock.acquireNowait();
  }

  /**
   * Releases the lock.
   *
   * @throws NotAcquiredException if the lock is not held
   */
  public void release() {
    lock.release();
  }

  /**
   * Tells whether the lock is held.
   *
   * @return as {@link AsyncLock#locked}
   */
  public boolean locked() {
    return lock.locked();
  }

  /**
   * Releases the lock, waits to be notified, and acquires the lock again. Always suspends. The
   * counterpart of {@code Condition.wait}.
   *
   * <p>However the wait ends, the lock is held again: a cancellation is thrown only once it is, and
   * one that comes while the task waits for the lock does not cut that short.
   *
   * @return a coroutine to be awaited, with the lock held
   * @throws NotAcquiredException from the await, if the lock is not held
   * @throws io.jasyncio.WrongLoopException from the await, if this is bound to another loop
   */
  @Async
  public Coroutine<Void> waitAsync() {
    checkHeld("wait");
    boolean notified = false;
    try {
      lock.release();
      try {
        Wait wait = Wait.in(waiters, binding);
        try {
          await(wait);
        } finally {
          notified = waiters.leave(wait);
        }
      } finally {
        await(acquireAgain());
      }
    } catch (Throwable failure) {
      if (notified) {
        waiters.wakeNext();
      }
      throw failure;
    }
    return result();
  }

  /** Acquires the lock even if that is cancelled, and throws the cancellation then. */
  @Async
  private Coroutine<Void> acquireAgain() {
    CancelledError cancellation = null;
    boolean acquired = false;
    while (!acquired) {
      try {
        await(lock.acquire());
        acquired = true;
      } catch (CancelledError error) {
        cancellation = error;
      }
    }
    if (cancellation != null) {
      throw cancellation;
    }
    return result();
  }

  /**
   * Waits until a predicate holds: asks it, and as long as it says no, does {@link #waitAsync} and
   * asks again. Does not suspend if it holds at once. The counterpart of {@code
   * Condition.wait_for}.
   *
   * @param predicate asked with the lock held; what it throws comes out of the await
   * @return a coroutine to be awaited, with the lock held
   * @throws NotAcquiredException from the await, if it has to wait and the lock is not held
   */
  @Async
  public Coroutine<Void> waitFor(BooleanSupplier predicate) {
    Arguments.notNull(predicate, "predicate");
    while (!predicate.getAsBoolean()) {
      await(waitAsync());
    }
    return result();
  }

  /**
   * Wakes some of those who wait, in the order of their calls. They go on one by one when they get
   * the lock, which this does not release. The counterpart of {@code Condition.notify}.
   *
   * @param n how many at most
   * @throws NotAcquiredException if the lock is not held
   * @throws IllegalArgumentException if {@code n} is negative
   * @throws io.jasyncio.WrongLoopException on another thread than that of the condition's loop
   */
  public void notify(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("cannot notify " + n + " waiters: use 0 or more");
    }
    checkHeld("notify");
    int left = n;
    while (left > 0 && waiters.wakeNext()) {
      left--;
    }
  }

  /**
   * Wakes all who wait, in the order of their calls. The counterpart of {@code
   * Condition.notify_all}.
   *
   * @throws NotAcquiredException if the lock is not held
   */
  public void notifyAllWaiters() {
    notify(Integer.MAX_VALUE);
  }

  /**
   * Returns how the condition stands.
   *
   * @return a snapshot
   */
  public Statistics statistics() {
    return new Statistics(waiters.size(), lock.statistics());
  }

  private void checkHeld(String what) {
    binding.use(this);
    if (!lock.locked()) {
      throw new NotAcquiredException(
          "cannot %s on un-acquired lock: await acquire() first. %s".formatted(what, this));
    }
  }

  @Override
  public String toString() {
    return "AsyncCondition (%s, %d waiting)"
        .formatted(locked() ? "locked" : "unlocked", waiters.size());
  }
}
