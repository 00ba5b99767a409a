package io.jasyncio;

import java.time.Duration;

/**
 * Cancels the current task when the time is over, and tells that cancellation from others.
 *
 * <p>The counterpart of {@code asyncio.Timeout}.
 */
final class Timeout {

  private enum State {
    ACTIVE,
    /** The task was cancelled by this, and did not get here yet. */
    EXPIRING,
    OVER
  }

  private final Task<?> task;
  private final Duration limit;
  private final int cancellingBefore;
  private final Handle timer;
  private State state = State.ACTIVE;

  private Timeout(EventLoop loop, Task<?> task, Duration limit) {
    this.task = task;
    this.limit = limit;
    this.cancellingBefore = task.cancelling();
    this.timer = loop.callLater(limit, this::expire);
  }

  /** Begins to count for the current task. */
  static Timeout start(Duration limit) {
    EventLoop loop = EventLoop.running();
    Task<?> task = loop.currentTask();
    if (task == null) {
      throw new IllegalStateException(
          "Timeout should be used inside a task: there is nothing to cancel in a callback");
    }
    return new Timeout(loop, task, limit);
  }

  private void expire() {
    state = State.EXPIRING;
    task.cancel();
  }

  /**
   * The block is left.
   *
   * @param failure what it is left with, or null
   * @return what to throw: an {@link AsyncTimeoutException} in place of the cancellation that this
   *     has caused, otherwise {@code failure}
   */
  Throwable exit(Throwable failure) {
    timer.cancel();
    State before = state;
    state = State.OVER;
    if (before == State.EXPIRING
        && task.uncancel() <= cancellingBefore
        && failure instanceof CancelledError) {
      return new AsyncTimeoutException("timed out after " + limit, failure);
    }
    return failure;
  }
}
