package io.jasyncio;

import io.jasyncio.codegen.Execution;
import io.jasyncio.codegen.Failure;
import io.jasyncio.codegen.Suspension;
import io.jasyncio.internal.CurrentLoop;
import io.jasyncio.internal.Nanos;
import java.time.Duration;

/**
 * The coroutine of {@link Asyncio#sleep}. In a task it is also its own timer and its own wait, so
 * that a sleep is one object.
 */
final class Sleep<T> extends Coroutine<T> implements Waker, Timed {

  private final long nanos;

  /** What the sleep comes to: the value it was made with, or the {@link Failure} of a cancel. */
  private Object outcome;

  /** Who sleeps; null until the task waits, and once it is woken. */
  private LoopTask<?> sleeper;

  private boolean inHeap;
  private boolean over;

  Sleep(long nanos, T value) {
    this.nanos = nanos;
    this.outcome = value;
  }

  @Override
  protected Object resume(Execution execution) throws Throwable {
    if (Suspension.resume(this) != 0) {
      Suspension.resumed(execution);
      return outcome;
    }
    if (nanos > 0) {
      if (execution instanceof LoopTask<?>) {
        Suspension.waitFor(this, execution);
      } else {
        Suspension.waitFor(timerFuture(), execution);
      }
    }
    Suspension.suspend(this, 1, execution);
    return Suspension.SUSPENDED;
  }

  /** For executions that wait for futures only. */
  private LoopFuture<Void> timerFuture() {
    EventLoop loop = CurrentLoop.running();
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

  @Override
  public void wakes(LoopTask<?> task) {
    sleeper = task;
    inHeap = true;
    task.loop.schedule(Nanos.after(task.loop.time(), nanos), this);
  }

  /** The timer has rung. */
  @Override
  public void takeTurn() {
    wakeUp();
  }

  @Override
  public boolean cancel(String message) {
    if (over) {
      return false;
    }
    outcome = new Failure(new CancelledError(message));
    if (inHeap) {
      sleeper.loop.timerCancelled();
    }
    wakeUp();
    return true;
  }

  private void wakeUp() {
    if (!over) {
      over = true;
      LoopTask<?> woken = sleeper;
      sleeper = null;
      woken.loop.enqueue(woken);
    }
  }

  @Override
  public Object outcome() {
    return outcome;
  }

  @Override
  public String describeWait() {
    return over ? "is ready to go on" : "sleeps (" + Duration.ofNanos(nanos) + ")";
  }

  @Override
  public boolean cancelled() {
    return over;
  }

  @Override
  public void unscheduled() {
    inHeap = false;
  }
}
