package io.jasyncio;

import io.jasyncio.codegen.Execution;
import io.jasyncio.codegen.Failure;
import io.jasyncio.codegen.Suspendable;
import io.jasyncio.codegen.Suspension;
import io.jasyncio.internal.WaitingTask;
import io.jasyncio.internal.Waker;

/**
 * Where one task at a time waits for something that happens again and again. It stands in for a new
 * future for each wait, and costs nothing.
 *
 * <p>Whoever waits first calls {@link #prepare}, awaits, and calls {@link #leave} whatever happens.
 */
final class WaitPlace extends Suspendable implements Awaitable<Void>, Waker {

  private final EventLoop loop;
  private final String description;

  private WaitingTask task;

  /** In place of a task, for executions that wait for futures only. */
  private LoopFuture<Void> future;

  private Object outcome;
  private boolean taken;
  private boolean over;

  /** The description is what a dump says of the task: "waits for data". */
  WaitPlace(EventLoop loop, String description) {
    this.loop = loop;
    this.description = description;
  }

  boolean isTaken() {
    return taken;
  }

  void prepare() {
    taken = true;
    over = false;
    outcome = null;
  }

  void leave() {
    taken = false;
    task = null;
    future = null;
    outcome = null;
  }

  /** Ends the wait, if there is one. */
  void wake() {
    end(null);
  }

  /** Ends the wait, if there is one, with an exception. */
  void fail(Throwable failure) {
    end(new Failure(failure));
  }

  private void end(Object result) {
    if (!taken || over) {
      return;
    }
    over = true;
    outcome = result;
    if (task != null) {
      task.wakeUp();
    } else if (future != null && !future.done()) {
      future.succeed(null);
    }
  }

  @Override
  protected Object await(Execution execution) throws Throwable {
    if (over) {
      if (outcome instanceof Failure failure) {
        throw failure.cause();
      }
      return outcome;
    }
    if (execution instanceof LoopTask<?>) {
      return Suspension.waitFor(this, execution);
    }
    future = new LoopFuture<>(loop);
    return Suspension.waitFor(future, execution);
  }

  @Override
  public Awaitable<Void> awaited() {
    return this;
  }

  @Override
  public void wakes(WaitingTask waiting) {
    if (waiting.getLoop() != loop) {
      throw new WrongLoopException("This is bound to a different event loop: use it in its own");
    }
    task = waiting;
    if (over) {
      waiting.wakeUp();
    }
  }

  @Override
  public boolean cancel(String message) {
    if (over) {
      return false;
    }
    end(new Failure(new CancelledError(message)));
    return true;
  }

  @Override
  public String describeWait() {
    return over ? "is ready to go on" : description;
  }

  @Override
  public Object outcome(boolean unwanted) {
    return outcome;
  }
}
