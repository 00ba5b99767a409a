package io.jasyncio;

import io.jasyncio.codegen.Failure;
import io.jasyncio.codegen.StateMachine;
import io.jasyncio.internal.Arguments;
import io.jasyncio.internal.CurrentLoop;
import io.jasyncio.internal.Sneaky;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A call of an async method that runs when it is awaited: Python's coroutine object.
 *
 * <p>Calling an {@code @Async} method makes one and runs nothing. {@code await(coroutine)} runs it
 * as part of the awaiting task, {@link Asyncio#createTask(Coroutine) createTask} as a task of its
 * own. A coroutine is good for one use; a second one throws {@link IllegalStateException}.
 *
 * <p>Coroutines that await coroutines start inside each other, so a first descent takes Java stack
 * as plain calls do. Resuming takes none, however deep the chain is.
 *
 * <p>Subclasses are written by the annotation processor.
 *
 * @param <T> the type of the result
 */
public abstract class Coroutine<T> extends StateMachine implements Awaitable<T> {

  /** For generated subclasses. */
  // What debug mode notes is the fact that the object exists; it reads nothing of it.
  @SuppressWarnings("this-escape")
  protected Coroutine() {
    if (DebugMode.tracking) {
      DebugMode.made(this);
    }
  }

  /**
   * Makes a coroutine that returns at once: for methods that have the result in hand.
   *
   * @param <T> the type of the result
   * @param value the result, may be null
   * @return a coroutine, as usual good for one await
   */
  public static <T> Coroutine<T> completed(T value) {
    return new CompletedCoroutine<>(value);
  }

  @Override
  public final Coroutine<T> awaited() {
    return this;
  }

  /**
   * Starts the coroutine, or lets it go on after the await where it stands, without any loop.
   * Python's {@code coroutine.send(value)}, for tests and for schedulers of your own.
   *
   * @param value what a bare yield evaluates to; null to start. An await on a future evaluates to
   *     that future's result, which must be there
   * @return the future that the coroutine now waits for, or null when it only gave way
   * @throws StopIteration with the result, once the coroutine has returned
   * @throws IllegalStateException if the coroutine is over, or is awaited by something else
   */
  public final Future<?> send(Object value) {
    if (isCreated() && value != null) {
      throw new IllegalArgumentException(
          "can't send a value to a coroutine that was just made: start it with send(null)");
    }
    return driver().drive(value);
  }

  /**
   * Throws an exception at the await where the coroutine stands. Python's {@code
   * coroutine.throw(exc)}. A coroutine that was not started ends with the exception at once.
   *
   * @param failure what to throw
   * @return the future that the coroutine waits for after it has caught the exception, or null when
   *     it only gave way
   * @throws StopIteration with the result, if the coroutine returns
   * @throws IllegalStateException if the coroutine is over, or is awaited by something else
   */
  public final Future<?> throwInto(Throwable failure) {
    Arguments.notNull(failure, "failure");
    if (isCreated()) {
      abandon();
      throw Sneaky.raise(failure);
    }
    return driver().drive(new Failure(failure));
  }

  /**
   * Ends the coroutine: {@link GeneratorExit} is thrown at the await where it stands, so that its
   * {@code finally} blocks run. One that was not started just ends; one that is over is left alone.
   * Python's {@code coroutine.close()}.
   *
   * @throws IllegalStateException if the coroutine awaits again instead of ending, or is awaited by
   *     something else
   */
  public final void close() {
    if (isCreated()) {
      abandon();
    } else if (!isFinished()) {
      driver().closeDriven();
    }
  }

  @Override
  protected final CompletableFuture<?> startEagerly() {
    EventLoop loop = CurrentLoop.runningOrNull();
    return loop == null ? EagerRun.call(this) : EagerRun.call(this, loop);
  }

  /** Where a task's chain stands, innermost first; where {@code this} begins if it has none. */
  final List<StackTraceElement> stack(StateMachine innermost) {
    return stackOf(innermost != null ? innermost : this);
  }

  @Override
  protected final void used() {
    if (DebugMode.tracking) {
      DebugMode.used(this);
    }
  }

  /** How reports call it: the async method, as in {@code Crawler.fetch(Crawler.java:12)}. */
  final String call() {
    StackTraceElement beginning = locationOf(0);
    return beginning != null ? beginning.toString() : getClass().getName();
  }

  /** True until the coroutine is first used. */
  final boolean isUnused() {
    return isCreated();
  }

  @Override
  protected final RuntimeException reused() {
    return new IllegalStateException(
        isFinished()
            ? "cannot reuse already awaited coroutine: "
                + this
                + ". Call the method again for a new one, or make a task of it and await the task"
            : "coroutine is being awaited already: "
                + this
                + ". To wait for it in several places make a task of it and await the task");
  }

  /** Ends a coroutine whose task was cancelled before its first step. */
  final void discard() {
    if (!isCreated()) {
      throw reused();
    }
    abandon();
  }

  /** Who drives this coroutine by hand; a new driver if it was not started. */
  private DriverFrame driver() {
    if (isCreated()) {
      return new DriverFrame(this);
    }
    if (isSuspended() && awaiter() instanceof DriverFrame driver) {
      return driver;
    }
    throw reused();
  }

  @Override
  public String toString() {
    String state =
        isCreated() ? "created" : isSuspended() ? "suspended" : isRunning() ? "running" : "closed";
    return getClass().getName() + " (" + state + ")";
  }
}
