package io.jasyncio.internal;

import io.jasyncio.Awaitable;
import io.jasyncio.CancelledError;
import io.jasyncio.Coroutine;
import io.jasyncio.Future;
import io.jasyncio.codegen.Execution;
import io.jasyncio.codegen.Failure;
import io.jasyncio.codegen.Suspension;

/**
 * A call that stands in a wait queue until it can be carried out. When its turn has come the loop
 * carries it out in the waiting task's name, so that the call needs no frame of its own.
 *
 * <pre>{@code
 * enter; await(this); while (!isPossible()) { waitAgain; await(this); }
 * try { return carryOut(); } finally { leave; handOn(); }
 * }</pre>
 *
 * <p>An object may be used again once it has left its queue.
 *
 * @param <T> what the call returns
 */
public abstract class WaitingCall<T> extends WaitQueue.Waiter implements Awaitable<T>, Waker {

  private final WaitQueue queue;
  private WaitingTask task;

  private boolean woken;

  /** Null unless it was cancelled while it waited. */
  private Failure cancellation;

  /** A call that will queue up there when it is awaited. */
  protected WaitingCall(WaitQueue queue) {
    this.queue = queue;
  }

  /** The same call for an execution that is no task, and waits for futures only. */
  protected abstract Coroutine<T> inSteps();

  /** Tells whether the call can be carried out, now that it has been woken. */
  protected abstract boolean isPossible();

  /** Carries the call out. */
  protected abstract T carryOut();

  /** The call has left the queue: wakes those for whom there is something left. */
  protected abstract void handOn();

  /** Who waits; null if nobody does. */
  public final Future<?> waiter() {
    return (Future<?>) task;
  }

  @Override
  public final Awaitable<T> awaited() {
    return this;
  }

  @Override
  protected final Object await(Execution execution) throws Throwable {
    if (!(execution instanceof WaitingTask)) {
      return Suspension.begin(inSteps(), execution);
    }
    queue.enter(this);
    return Suspension.waitFor(this, execution);
  }

  @Override
  public final void wakes(WaitingTask waiting) {
    task = waiting;
  }

  @Override
  protected final boolean isCancelled() {
    return cancellation != null;
  }

  @Override
  protected final void wake() {
    task.wakeUp();
    woken = true;
  }

  @Override
  public final boolean cancel(String message) {
    if (isOver()) {
      return false;
    }
    task.wakeUp();
    cancellation = new Failure(new CancelledError(message));
    return true;
  }

  @Override
  public final Object outcome(boolean unwanted) {
    try {
      if (!woken || unwanted) {
        return leave(cancellation);
      }
      if (!isPossible()) {
        queue.waitAgain(this);
        woken = false;
        return Suspension.SUSPENDED;
      }
      Object result = carryOut();
      return leave(result);
    } catch (Throwable failure) {
      return leave(new Failure(failure));
    }
  }

  private Object leave(Object outcome) {
    abandon();
    return outcome;
  }

  @Override
  public final void abandon() {
    queue.leave(this);
    task = null;
    woken = false;
    cancellation = null;
    handOn();
  }

  @Override
  public final String describeWait() {
    return isOver() ? "is ready to go on" : "waits for its turn";
  }

  private boolean isOver() {
    return woken || cancellation != null;
  }
}
