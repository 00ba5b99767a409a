package io.jasyncio;

import io.jasyncio.codegen.Failure;
import io.jasyncio.codegen.Suspendable;
import io.jasyncio.codegen.Suspension;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A task: the future of its outcome and the execution of its coroutine in one object, which is also
 * its own entry in the ready queue. It fits into 64 bytes.
 *
 * <p>While the task is not done it is in one of three states, as in asyncio:
 *
 * <ol>
 *   <li>{@link #waitsFor} is set and not over: the task is in nobody's queue;
 *   <li>{@link #waitsFor} is null or over: the task is in the ready queue;
 *   <li>it is the loop's current task: a step is on the Java stack.
 * </ol>
 */
final class LoopTask<T> extends LoopFuture<T> implements Task<T>, Ready {

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final Coroutine<T> coroutine;
  private final int number = NUMBERS.incrementAndGet();

  /** Null for the name that is made of the number. */
  private String name;

  private Wait waitsFor;
  private int cancelRequests;

  /** A cancellation is to be delivered in the next step; nothing else told the task about it. */
  private boolean mustCancel;

  /** The neighbours in the loop's {@link TaskList}. */
  LoopTask<?> previous;

  LoopTask<?> next;

  LoopTask(EventLoop loop, Coroutine<T> coroutine, String name) {
    super(loop);
    this.coroutine = coroutine;
    this.name = name;
  }

  @Override
  public String getName() {
    return name != null ? name : "Task-" + number;
  }

  @Override
  public void setName(String name) {
    this.name = Objects.requireNonNull(name, "name");
  }

  @Override
  public Coroutine<T> getCoro() {
    return coroutine;
  }

  @Override
  public int cancelling() {
    return cancelRequests;
  }

  @Override
  public int uncancel() {
    if (cancelRequests > 0) {
      cancelRequests--;
      if (cancelRequests == 0) {
        mustCancel = false;
      }
    }
    return cancelRequests;
  }

  @Override
  public boolean cancel(String message) {
    if (done()) {
      return false;
    }
    loop.checkThread();
    cancelRequests++;
    if (waitsFor != null && waitsFor.cancel(message)) {
      // Keep it: it may be a task that catches the cancellation and must be cancelled again.
      return true;
    }
    mustCancel = true;
    setPendingCancelMessage(message);
    return true;
  }

  @Override
  public void setResult(T value) {
    throw new UnsupportedOperationException(
        "Task does not support setResult: its coroutine returns the result");
  }

  @Override
  public void setException(Throwable failure) {
    throw new UnsupportedOperationException(
        "Task does not support setException: its coroutine throws the exception");
  }

  /** Runs one step: from here to the next suspension, or to the end. */
  @Override
  public void takeTurn() {
    Wait over = waitsFor;
    waitsFor = null;
    loop.enter(this);
    try {
      advance(over == null ? null : over.outcome());
    } finally {
      loop.leave();
    }
    if (done()) {
      loop.forget(this);
    }
  }

  private void advance(Object sent) {
    Object outcome;
    try {
      outcome = step(sent);
    } catch (CancelledError error) {
      endCancelled(error);
      return;
    } catch (Throwable failure) {
      fail(failure);
      return;
    }
    if (outcome == Suspension.SUSPENDED) {
      suspended();
    } else if (mustCancel) {
      // Cancelled in its last step, by itself or by what it called.
      super.cancel(pendingCancelMessage());
    } else {
      succeed(outcome);
    }
  }

  private Object step(Object sent) throws Throwable {
    boolean started = innermost() != null;
    if (mustCancel) {
      mustCancel = false;
      if (!(sent instanceof Failure failure && failure.cause() instanceof CancelledError)) {
        CancelledError error = new CancelledError(pendingCancelMessage());
        if (!started) {
          coroutine.discard();
          throw error;
        }
        return resume(new Failure(error));
      }
    }
    return started ? resume(sent) : start(coroutine);
  }

  private void suspended() {
    if (waitsFor == null) {
      loop.enqueue(this);
      return;
    }
    waitsFor.wakes(this);
    if (mustCancel && waitsFor.cancel(pendingCancelMessage())) {
      mustCancel = false;
    }
  }

  @Override
  protected Suspendable adapt(Object awaited) {
    return Adapter.adapt(awaited, loop);
  }

  @Override
  protected void waitFor(Suspendable awaited) {
    if (awaited instanceof LoopFuture<?> future) {
      checkMayAwait(future);
    }
    waitsFor = (Wait) awaited;
  }

  private void checkMayAwait(LoopFuture<?> future) {
    if (future == this) {
      throw new IllegalStateException(
          "Task cannot await on itself: " + this + ". It would wait for ever");
    }
    if (future.loop != loop) {
      throw new WrongLoopException(
          "%s got %s attached to a different loop. Await it in its own loop, or through"
                  .formatted(this, future)
              + " toCompletableFuture()");
    }
  }

  @Override
  public String toString() {
    return "Task '" + getName() + "' (" + describeState() + ") of " + coroutine;
  }
}
