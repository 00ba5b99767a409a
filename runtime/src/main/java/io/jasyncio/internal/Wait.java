package io.jasyncio.internal;

import io.jasyncio.Awaitable;
import io.jasyncio.CancelledError;
import io.jasyncio.Future;
import io.jasyncio.codegen.Execution;
import io.jasyncio.codegen.Failure;
import io.jasyncio.codegen.Suspendable;
import io.jasyncio.codegen.Suspension;

/**
 * The place of a task in a wait queue. Awaiting it waits to be woken, each time anew, and costs
 * nothing but this object.
 */
public final class Wait extends WaitQueue.Waiter implements Awaitable<Void>, Waker {

  private static final Object WOKEN = new Object();

  /** Who waits: a {@link WaitingTask}, or the {@link Future} of an execution that is none. */
  private Object waiting;

  /** Null while it waits, {@link #WOKEN}, or the {@link Failure} of a cancellation. */
  private Object outcome;

  private Wait() {}

  /** Queues up. The next step must be to await this. */
  public static Wait in(WaitQueue queue, LoopBinding binding) {
    binding.bind();
    Wait wait = new Wait();
    queue.enter(wait);
    return wait;
  }

  /** Who would be woken next, or what it waits for; null if nobody waits. */
  public static Future<?> next(WaitQueue queue) {
    return queue.peek() instanceof Wait wait ? (Future<?>) wait.waiting : null;
  }

  @Override
  public Awaitable<Void> awaited() {
    return this;
  }

  @Override
  protected Object await(Execution execution) {
    outcome = null;
    if (execution instanceof WaitingTask) {
      return Suspension.waitFor(this, execution);
    }
    Future<Void> future = CurrentLoop.running().createFuture();
    waiting = future;
    return Suspension.waitFor((Suspendable) future, execution);
  }

  @Override
  public void wakes(WaitingTask task) {
    waiting = task;
  }

  @Override
  protected boolean isCancelled() {
    return outcome != null || (waiting instanceof Future<?> future && future.done());
  }

  @Override
  @SuppressWarnings("unchecked") // made above
  protected void wake() {
    if (waiting instanceof WaitingTask task) {
      task.wakeUp();
    } else {
      ((Future<Void>) waiting).setResult(null);
    }
    outcome = WOKEN;
  }

  @Override
  public boolean cancel(String message) {
    if (outcome != null) {
      return false;
    }
    ((WaitingTask) waiting).wakeUp();
    outcome = new Failure(new CancelledError(message));
    return true;
  }

  @Override
  public Object outcome(boolean unwanted) {
    return outcome == WOKEN ? null : outcome;
  }

  @Override
  public String describeWait() {
    return outcome != null ? "is ready to go on" : "waits for its turn";
  }
}
