package io.jasyncio;

import static io.jasyncio.Asyncio.result;

import io.jasyncio.annotations.Async;
import io.jasyncio.internal.CurrentLoop;
import io.jasyncio.internal.Nanos;
import io.jasyncio.internal.Sneaky;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Limits the time of a block. When the time is over, the task is cancelled inside the block, and
 * the block is left with an {@link AsyncTimeoutException}. The counterpart of {@code
 * asyncio.Timeout}.
 *
 * <pre>{@code
 * try (var limit = timeout(Duration.ofSeconds(2))) {
 *   await(connect());
 *   await(login());
 * } catch (AsyncTimeoutException tooSlow) {
 *   ...
 * }
 * }</pre>
 *
 * <p>Made by {@link Asyncio#timeout(Duration)}, for the current task and from then on; it must be
 * closed, which the block does. The deadline can be moved with {@link #reschedule(long)} until it
 * is reached.
 *
 * <p>Only a cancellation that this time-out has caused becomes an {@code AsyncTimeoutException}.
 * Where the task was cancelled by others too, or where a time-out around this one is over as well,
 * the block is left with the {@link CancelledError}; any other failure of the block stays as it is.
 *
 * <p>For the loop's thread.
 */
public final class Timeout implements AsyncCloseable {

  private enum State {
    ACTIVE,
    /** The task was cancelled by this, and did not get to the end of the block yet. */
    EXPIRING,
    EXPIRED,
    FINISHED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final EventLoop loop;
  private final Task<?> task;
  private final int cancellingBefore;

  /** What the user has asked for, in words, or null. */
  private final String limit;

  private OptionalLong when;

  /** Null while no time is set and once it has come. */
  private Handle timer;

  private State state = State.ACTIVE;

  private Timeout(OptionalLong when, String limit) {
    this.loop = CurrentLoop.running();
    this.task = loop.currentTask();
    if (task == null) {
      throw new IllegalStateException(
          "Timeout should be used inside a task: there is nothing to cancel in a callback");
    }
    this.cancellingBefore = task.cancelling();
    this.limit = limit;
    setDeadline(when);
  }

  /** Begins to count for the current task. */
  static Timeout after(Duration limit) {
    long nanos = Nanos.ofDelay(limit, "limit");
    return new Timeout(
        OptionalLong.of(Nanos.after(CurrentLoop.running().time(), nanos)), "after " + limit);
  }

  static Timeout at(long when) {
    return new Timeout(OptionalLong.of(when), null);
  }

  static Timeout never() {
    return new Timeout(OptionalLong.empty(), null);
  }

  /**
   * Returns the deadline.
   *
   * @return nanoseconds of the clock of {@link EventLoop#time()}; empty for no limit
   */
  public OptionalLong when() {
    return when;
  }

  /**
   * Sets another deadline. One that has passed already is reached in the loop's next turn.
   *
   * @param deadline nanoseconds of the clock of {@link EventLoop#time()}
   * @throws IllegalStateException once the deadline was reached or the block was left
   */
  public void reschedule(long deadline) {
    checkActive();
    setDeadline(OptionalLong.of(deadline));
  }

  /**
   * Takes the limit away; {@link #reschedule(long)} can set one again.
   *
   * @throws IllegalStateException once the deadline was reached or the block was left
   */
  public void reschedule() {
    checkActive();
    setDeadline(OptionalLong.empty());
  }

  /**
   * Tells whether the deadline was reached before the block was left.
   *
   * @return true from when the task is cancelled by this
   */
  public boolean expired() {
    return state == State.EXPIRING || state == State.EXPIRED;
  }

  /**
   * Stops the clock. Does not suspend.
   *
   * @return a coroutine; it throws {@link IllegalStateException} if the block was left before
   */
  @Override
  @Async
  public Coroutine<Void> aclose() {
    Throwable unused = exit(null);
    return result();
  }

  /**
   * Stops the clock, and turns the cancellation that this time-out has caused into an {@link
   * AsyncTimeoutException}. Does not suspend.
   *
   * @param failure what the block failed with
   * @return a coroutine; it throws {@link IllegalStateException} if the block was left before
   */
  @Override
  @Async
  public Coroutine<Void> aclose(Throwable failure) {
    Throwable outcome = exit(failure);
    if (outcome != failure) {
      throw Sneaky.raise(outcome);
    }
    return result();
  }

  /**
   * The block is left.
   *
   * @param failure what it is left with, or null
   * @return what to throw: an {@link AsyncTimeoutException} in place of the cancellation that this
   *     has caused, otherwise {@code failure}
   */
  Throwable exit(Throwable failure) {
    if (state != State.ACTIVE && state != State.EXPIRING) {
      throw new IllegalStateException(
          "This block has been left already: make a timeout() for each block. " + this);
    }
    stopTimer();
    if (state == State.ACTIVE) {
      state = State.FINISHED;
      return failure;
    }
    state = State.EXPIRED;
    boolean askedByOthers = task.uncancel() > cancellingBefore;
    return !askedByOthers && failure instanceof CancelledError
        ? new AsyncTimeoutException(limit == null ? "timed out" : "timed out " + limit, failure)
        : failure;
  }

  private void checkActive() {
    loop.checkThread();
    if (state != State.ACTIVE) {
      throw new IllegalStateException(
          "Cannot change the deadline of a timeout that is "
              + state
              + ": make another with timeout()");
    }
  }

  private void setDeadline(OptionalLong deadline) {
    stopTimer();
    when = deadline;
    if (deadline.isPresent()) {
      long time = deadline.getAsLong();
      timer = time <= loop.time() ? loop.callSoon(this::expire) : loop.callAt(time, this::expire);
    }
  }

  private void stopTimer() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
  }

  private void expire() {
    timer = null;
    state = State.EXPIRING;
    task.cancel();
  }

  @Override
  public String toString() {
    if (state != State.ACTIVE) {
      return "Timeout (" + state + ")";
    }
    return "Timeout (active, " + (when.isPresent() ? "when " + when.getAsLong() : "no limit") + ")";
  }
}
