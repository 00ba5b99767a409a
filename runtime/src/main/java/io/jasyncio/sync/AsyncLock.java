package io.jasyncio.sync;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.internal.LoopBinding;
import io.jasyncio.internal.Wait;
import io.jasyncio.internal.WaitQueue;

/**
 * Lets one task at a time through. The counterpart of {@code asyncio.Lock}.
 *
 * <pre>{@code
 * try (var held = await(lock.acquire())) {
 *   ...                                       // nobody else is here
 * }
 * }</pre>
 *
 * <p>The lock belongs to no task: one may acquire it and another release it, and a task that
 * acquires it twice waits for itself. Those who wait get it in the order of their calls. For the
 * tasks of one loop; not for several threads.
 */
public final class AsyncLock implements Releasable {

  /**
   * How a lock stands at one moment.
   *
   * @param locked whether it is held
   * @param tasksWaiting how many tasks are in {@link AsyncLock#acquire}
   */
  public record Statistics(boolean locked, int tasksWaiting) {}

  private final LoopBinding binding = new LoopBinding();

  /** While somebody in it is woken the lock is free, and is that one's to take. */
  private final WaitQueue waiters = new WaitQueue();

  private boolean locked;

  /** A lock that is free. */
  public AsyncLock() {}

  /**
   * Acquires the lock. Suspends while it is held, or while others wait for it. An acquire that is
   * cancelled does not hold the lock.
   *
   * @return a coroutine to be awaited; it evaluates to a handle whose closing releases the lock
   * @throws io.jasyncio.WrongLoopException from the await, if the lock is bound to another loop
   */
  @Async
  public Coroutine<Held> acquire() {
    binding.use(this);
    if (!free()) {
      Wait wait = Wait.in(waiters, binding);
      try {
        await(wait);
      } catch (Throwable failure) {
        if (waiters.leave(wait)) {
          waiters.wakeNext();
        }
        throw failure;
      }
      waiters.leave(wait);
    }
    return result(take());
  }

  /**
   * Acquires the lock without waiting.
   *
   * @return a handle whose closing releases the lock
   * @throws WouldSuspendException if the lock is held, or others wait for it
   * @throws io.jasyncio.WrongLoopException on another thread than that of the lock's loop
   */
  public Held acquireNowait() {
    binding.use(this);
    if (!free()) {
      throw new WouldSuspendException(
          "the lock is held, or promised to one who waits: await acquire(). " + this);
    }
    return take();
  }

  /**
   * Releases the lock and wakes the first who waits for it. Any task may do so.
   *
   * @throws NotAcquiredException if the lock is not held
   * @throws io.jasyncio.WrongLoopException on another thread than that of the lock's loop
   */
  @Override
  public void release() {
    binding.use(this);
    if (!locked) {
      throw new NotAcquiredException(
          "Lock is not acquired: call release() once for each acquire(). " + this);
    }
    waiters.wakeNext();
    locked = false;
  }

  /**
   * Tells whether the lock is held.
   *
   * @return true between acquire and release; false while one who waited is being woken
   */
  public boolean locked() {
    return locked;
  }

  /**
   * Returns how the lock stands.
   *
   * @return a snapshot
   */
  public Statistics statistics() {
    return new Statistics(locked, waiters.size());
  }

  /** For a condition, which is for the same loop. */
  LoopBinding binding() {
    return binding;
  }

  private boolean free() {
    return !locked && waiters.isEmpty();
  }

  private Held take() {
    locked = true;
    return new Held(this);
  }

  @Override
  public String toString() {
    return "AsyncLock (%s, %d waiting)".formatted(locked ? "locked" : "unlocked", waiters.size());
  }
}
