package io.jasyncio;

import io.jasyncio.codegen.Execution;
import io.jasyncio.codegen.Failure;
import io.jasyncio.codegen.Suspension;
import io.jasyncio.internal.CurrentLoop;
import io.jasyncio.internal.Nanos;
import io.jasyncio.internal.WaitingTask;
import io.jasyncio.internal.Waker;
import java.time.Duration;

/**
 * Wakes a task that sleeps while the timer of a sleep that was cancelled is still in the heap: else
 * the task is its own timer.
 */
final class SleepTimer implements Waker, Timed {

  /** Null once it is woken. */
  private LoopTask<?> sleeper;

  private boolean inHeap = true;

  /** What the sleep comes to: null, or the {@link Failure} of a cancellation. */
  private Object outcome;

  SleepTimer(LoopTask<?> sleeper) {
    this.sleeper = sleeper;
  }

  /** A sleep of an execution that waits for futures only. */
  static Object await(Duration delay, Execution execution) {
    long nanos = Nanos.ofDelay(delay, "delay");
    return nanos == 0
        ? Suspension.SUSPENDED
        : Suspension.waitFor(future(CurrentLoop.running(), nanos), execution);
  }

  private static LoopFuture<Void> future(EventLoop loop, long nanos) {
    LoopFuture<Void> future = new LoopFuture<>(loop);
    TimerHandle timer =
        loop.callAt(
            Nanos.after(loop.time(), nanos),
            () -> {
              if (!future.done()) {
                future.succeed(null);
              }
            });
    future.addDoneCallback(done -> timer.cancel());
    return future;
  }

  /** The sleeper is known from the beginning; it waits by the time this can ring. */
  @Override
  public void wakes(WaitingTask task) {}

  /** The timer has rung. */
  @Override
  public void takeTurn() {
    if (sleeper != null) {
      wakeUp();
    }
  }

  @Override
  public boolean cancel(String message) {
    if (sleeper == null) {
      return false;
    }
    outcome = new Failure(new CancelledError(message));
    noteCancelled();
    wakeUp();
    return true;
  }

  @Override
  public void abandon() {
    noteCancelled();
    sleeper = null;
  }

  private void noteCancelled() {
    if (inHeap) {
      sleeper.loop.timerCancelled();
    }
  }

  private void wakeUp() {
    LoopTask<?> woken = sleeper;
    sleeper = null;
    woken.loop.enqueue(woken);
  }

  @Override
  public Object outcome(boolean unwanted) {
    return outcome;
  }

  @Override
  public String describeWait() {
    return sleeper == null ? "is ready to go on" : "sleeps";
  }

  @Override
  public boolean isLeftBehind() {
    return sleeper == null;
  }

  @Override
  public void unscheduled() {
    inHeap = false;
  }
}
