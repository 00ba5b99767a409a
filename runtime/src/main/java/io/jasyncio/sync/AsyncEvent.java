package io.jasyncio.sync;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.internal.LoopBinding;
import io.jasyncio.internal.Wait;
import io.jasyncio.internal.WaitQueue;

/**
 * Tells any number of tasks that something has happened. The counterpart of {@code asyncio.Event}.
 *
 * <p>It is a flag, clear at first, for which tasks can wait. For the tasks of one loop; not for
 * several threads.
 */
public final class AsyncEvent {

  /**
   * How an event stands at one moment.
   *
   * @param set whether the flag is set
   * @param tasksWaiting how many tasks are in {@link AsyncEvent#waitAsync}
   */
  public record Statistics(boolean set, int tasksWaiting) {}

  private final LoopBinding binding = new LoopBinding();
  private final WaitQueue waiters = new WaitQueue();
  private boolean set;

  /** An event that is not set. */
  public AsyncEvent() {}

  /**
   * Waits until the event is set. Suspends unless it is. Who waits goes on once {@link #set} was
   * called, even if {@link #clear} follows at once. The counterpart of {@code Event.wait}.
   *
   * @return a coroutine to be awaited
   * @throws io.jasyncio.WrongLoopException from the await, if the event is bound to another loop
   */
  @Async
  public Coroutine<Void> waitAsync() {
    binding.use(this);
    if (!set) {
      Wait wait = Wait.in(waiters, binding);
      try {
        await(wait);
      } finally {
        waiters.leave(wait);
      }
    }
    return result();
  }

  /**
   * Sets the flag and wakes all who wait, in the order of their calls.
   *
   * @throws io.jasyncio.WrongLoopException on another thread than that of the event's loop; there
   *     use {@code loop.callSoonThreadsafe(event::set)}
   */
  public void set() {
    binding.use(this);
    if (!set) {
      waiters.wakeAll();
      set = true;
    }
  }

  /**
   * Clears the flag: from now on {@link #waitAsync} waits again.
   *
   * @throws io.jasyncio.WrongLoopException on another thread than that of the event's loop
   */
  public void clear() {
    binding.use(this);
    set = false;
  }

  /**
   * Tells whether the flag is set.
   *
   * @return true after {@link #set} and before {@link #clear}
   */
  public boolean isSet() {
    return set;
  }

  /**
   * Returns how the event stands.
   *
   * @return a snapshot
   */
  public Statistics statistics() {
    return new Statistics(set, waiters.size());
  }

  @Override
  public String toString() {
    return "AsyncEvent (%s, %d waiting)".formatted(set ? "set" : "unset", waiters.size());
  }
}
