package io.jasyncio.flow;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.AsyncCloseable;
import io.jasyncio.Asyncio;
import io.jasyncio.CancelledError;
import io.jasyncio.Coroutine;
import io.jasyncio.ErrorContext;
import io.jasyncio.EventLoop;
import io.jasyncio.Future;
import io.jasyncio.Task;
import io.jasyncio.TimerHandle;
import io.jasyncio.annotations.Async;
import io.jasyncio.internal.Arguments;
import io.jasyncio.internal.AwaitedThrough;
import io.jasyncio.internal.Nanos;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A block of tasks that are asked to end before they are made to: at the end of the block they have
 * until a deadline to finish what they do; what is left then is cancelled. The block is left when
 * all are done.
 *
 * <pre>{@code
 * try (var services = new GracefulShutdown(Duration.ofSeconds(10))) {
 *   services.createTask(serve(services));
 *   loop.addSignalHandler("TERM", services::request);
 *   await(services.requested());
 * }                                        // waits up to ten seconds, then cancels, and waits
 *
 * while (!services.isRequested()) {        // in serve(...)
 *   ...
 * }
 * }</pre>
 *
 * <p>A block that fails, or is cancelled, requests the shutdown as well. Cancelled again while it
 * waits, it cancels the tasks at once and still waits for them.
 *
 * <p>What a task fails with stays in the task, and is reported to the loop's exception handler at
 * once; the others go on. For the loop's thread; {@link #request} is for any.
 */
public final class GracefulShutdown implements AsyncCloseable {

  private final EventLoop loop;
  private final Duration grace;
  private final Future<Void> requested;
  private final Set<Task<?>> running = new LinkedHashSet<>();

  /** Set while the block waits for its tasks. */
  private Future<Void> allDone;

  private boolean left;

  /** A task has ended. */
  private record TaskDone(GracefulShutdown block) implements Consumer<Future<?>>, AwaitedThrough {

    @Override
    public void accept(Future<?> task) {
      block.ended(task);
    }

    @Override
    public Future<?> waiter() {
      return block.allDone;
    }
  }

  /**
   * Opens a block on the running loop.
   *
   * @param grace how long the tasks have from the request on; zero to cancel them at once
   * @throws IllegalArgumentException if it is negative
   * @throws IllegalStateException if no loop runs on this thread
   */
  public GracefulShutdown(Duration grace) {
    this.grace = Nanos.checkDelay(grace, "grace");
    this.loop = Asyncio.getRunningLoop();
    this.requested = loop.createFuture();
  }

  /**
   * Starts a task that ends with the block.
   *
   * @param <T> the type of the result
   * @param coroutine not awaited yet
   * @return the task
   * @throws IllegalStateException if the block was left
   */
  public <T> Task<T> createTask(Coroutine<T> coroutine) {
    return createTask(coroutine, null);
  }

  /**
   * Starts a task that has a name and ends with the block.
   *
   * @param <T> the type of the result
   * @param coroutine not awaited yet
   * @param name for logs and dumps; null for one that the task makes up
   * @return the task
   * @throws IllegalStateException if the block was left
   */
  public <T> Task<T> createTask(Coroutine<T> coroutine, String name) {
    Arguments.notNull(coroutine, "coroutine");
    if (left) {
      coroutine.close();
      throw new IllegalStateException("This block was left: start its tasks inside it");
    }
    Task<T> task = loop.createTask(coroutine, name);
    running.add(task);
    task.addDoneCallback(new TaskDone(this));
    return task;
  }

  private void ended(Future<?> task) {
    running.remove(task);
    if (running.isEmpty() && allDone != null && !allDone.done()) {
      allDone.setResult(null);
    }
    if (!task.cancelled() && task.exception() != null) {
      loop.callExceptionHandler(
          new ErrorContext(
              "A task has failed in a block that shuts down gracefully",
              task.exception(),
              Map.of("task", task)));
    }
  }

  /** Asks all tasks to end; the deadline runs from the end of the block. Any thread may call it. */
  public void request() {
    loop.callSoonThreadsafe(
        () -> {
          if (!requested.done()) {
            requested.setResult(null);
          }
        });
  }

  /**
   * Tells whether the tasks should end.
   *
   * @return true after {@link #request}, once the loop has got to it, and at the end of the block
   */
  public boolean isRequested() {
    return requested.done();
  }

  /**
   * Waits for the request.
   *
   * @return a coroutine to be awaited; any number of tasks may
   */
  @Async
  public Coroutine<Void> requested() {
    await(Asyncio.shield(requested));
    return result();
  }

  /**
   * Requests the shutdown, waits until the deadline for the tasks, cancels what is left and waits
   * for that, too. Cancelling the wait brings the deadline forward.
   *
   * @return a coroutine to be awaited
   */
  @Override
  @Async
  public Coroutine<Void> aclose() {
    if (!requested.done()) {
      requested.setResult(null);
    }
    TimerHandle deadline = loop.callLater(grace, this::cancelAll);
    CancelledError cancelled = null;
    while (!running.isEmpty()) {
      allDone = loop.createFuture();
      try {
        await(allDone);
      } catch (CancelledError error) {
        cancelled = error;
        cancelAll();
      }
    }
    deadline.cancel();
    left = true;
    if (cancelled != null) {
      throw cancelled;
    }
    return result();
  }

  private void cancelAll() {
    for (Task<?> task : List.copyOf(running)) {
      task.cancel();
    }
  }
}
