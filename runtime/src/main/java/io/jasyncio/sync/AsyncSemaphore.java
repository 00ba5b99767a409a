package io.jasyncio.sync;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.internal.LoopBinding;
import io.jasyncio.internal.Wait;
import io.jasyncio.internal.WaitQueue;

/**
 * Lets a number of tasks at a time through. The counterpart of {@code asyncio.Semaphore}.
 *
 * <pre>{@code
 * var atMostTen = new AsyncSemaphore(10);
 * ...
 * try (var held = await(atMostTen.acquire())) {
 *   ...
 * }
 * }</pre>
 *
 * <p>It counts permits. Those who wait for one get it in the order of their calls. Releasing more
 * than was acquired adds permits; where that would be a mistake use {@link AsyncBoundedSemaphore}.
 * For the tasks of one loop; not for several threads.
 */
public sealed class AsyncSemaphore implements Releasable permits AsyncBoundedSemaphore {

  /**
   * How a semaphore stands at one moment.
   *
   * @param value how many permits are free
   * @param tasksWaiting how many tasks are in {@link AsyncSemaphore#acquire}
   */
  public record Statistics(int value, int tasksWaiting) {}

  private final LoopBinding binding = new LoopBinding();

  /** Those in it who are woken own their permit already. */
  private final WaitQueue waiters = new WaitQueue();

  private int value;

  /** A semaphore with one permit. */
  public AsyncSemaphore() {
    this(1);
  }

  /**
   * A semaphore with some permits.
   *
   * @param value how many; 0 for one whose permits are all to come from {@link #release}
   * @throws IllegalArgumentException if it is negative
   */
  public AsyncSemaphore(int value) {
    if (value < 0) {
      throw new IllegalArgumentException(
          "Semaphore initial value must be >= 0, not " + value + ": it counts free permits");
    }
    this.value = value;
  }

  /**
   * Acquires a permit. Suspends while there is none, or while others wait for one. An acquire that
   * is cancelled has no permit.
   *
   * @return a coroutine to be awaited; it evaluates to a handle whose closing releases the permit
   * @throws io.jasyncio.WrongLoopException from the await, if this is bound to another loop
   */
  @Async
  public Coroutine<Held> acquire() {
    binding.use(this);
    if (!locked()) {
      value--;
      return result(new Held(this));
    }
    Wait wait = Wait.in(waiters, binding);
    try {
      await(wait);
    } catch (Throwable failure) {
      if (waiters.leave(wait)) {
        handOn();
      }
      throw failure;
    }
    waiters.leave(wait);
    if (value > 0 && waiters.wakeNext()) {
      // A permit was free, but this one was first.
      value--;
    }
    return result(new Held(this));
  }

  /**
   * Acquires a permit without waiting.
   *
   * @return a handle whose closing releases the permit
   * @throws WouldSuspendException if no permit is free, or others wait for one
   * @throws io.jasyncio.WrongLoopException on another thread than that of the semaphore's loop
   */
  public Held acquireNowait() {
    binding.use(this);
    if (locked()) {
      throw new WouldSuspendException(
          "no permit is free, or those are promised to others who wait: await acquire(). " + this);
    }
    value--;
    return new Held(this);
  }

  /**
   * Gives a permit to the first who waits, or else to whoever comes. Any task may do so.
   *
   * @throws NotAcquiredException if a bounded semaphore has all its permits
   * @throws IllegalStateException if there are {@code Integer.MAX_VALUE} permits
   * @throws io.jasyncio.WrongLoopException on another thread than that of the semaphore's loop
   */
  @Override
  public final void release() {
    binding.use(this);
    checkMayRelease();
    if (value == Integer.MAX_VALUE) {
      throw new IllegalStateException(
          "a semaphore holds no more than " + value + " permits: acquire before you release");
    }
    handOn();
  }

  /** Throws if no permit is missing. */
  void checkMayRelease() {}

  private void handOn() {
    if (!waiters.wakeNext()) {
      value++;
    }
  }

  /**
   * Tells whether an acquire would suspend now.
   *
   * @return true if no permit is free, or others wait for one
   */
  public final boolean locked() {
    return value == 0 || !waiters.isEmpty();
  }

  /**
   * Returns how the semaphore stands.
   *
   * @return a snapshot
   */
  public final Statistics statistics() {
    return new Statistics(value, waiters.size());
  }

  /** How many permits are free. */
  final int value() {
    return value;
  }

  @Override
  public String toString() {
    return "%s (%s, value %d, %d waiting)"
        .formatted(
            getClass().getSimpleName(), locked() ? "locked" : "unlocked", value, waiters.size());
  }
}
