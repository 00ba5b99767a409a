package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.annotations.Async;
import io.jasyncio.internal.Arguments;
import io.jasyncio.internal.AwaitedThrough;
import io.jasyncio.internal.CurrentLoop;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A block that is not left before all tasks that were made in it are done. The counterpart of
 * {@code asyncio.TaskGroup}.
 *
 * <pre>{@code
 * Task<String> user;
 * Task<Integer> count;
 * try (var group = taskGroup()) {
 *   user = group.createTask(fetchUser());
 *   count = group.createTask(countItems());
 * }                                             // suspends until both are done
 * show(user.result(), count.result());
 * }</pre>
 *
 * <p>Made by {@link Asyncio#taskGroup()}, for the current task; it must be closed, which the block
 * does.
 *
 * <p>The first task that fails cancels the others and, if it is still there, the body of the block.
 * When all have ended, the block is left with an {@link ExceptionGroup} of what the tasks and the
 * body have failed with. A task of the group that is cancelled is no failure.
 *
 * <p>A body that fails, or is cancelled from outside, cancels the tasks. They are waited for even
 * if the waiting task is cancelled meanwhile; the {@link CancelledError} is thrown afterwards,
 * unless there are failures: these come first, and the request to cancel stays for the next await.
 *
 * <p>For the loop's thread.
 */
public final class TaskGroup implements AsyncCloseable {

  private final EventLoop loop;
  private final Task<?> parent;
  private final Set<Task<?>> tasks = new LinkedHashSet<>();
  private final List<Throwable> failures = new ArrayList<>();

  /** The body is over. */
  private boolean exiting;

  /** The tasks have been cancelled; no more come in. */
  private boolean aborting;

  /** This has cancelled the parent, and takes that back in the end. */
  private boolean parentCancelRequested;

  /** The parent waits for this; null while it does not. */
  private Future<Void> allDone;

  TaskGroup() {
    loop = CurrentLoop.running();
    parent = loop.currentTask();
    if (parent == null) {
      throw new IllegalStateException(
          "TaskGroup cannot determine the parent task: make it inside a task, not in a callback");
    }
  }

  /**
   * Makes a task that belongs to this group.
   *
   * @param <T> the type of the result
   * @param coroutine not awaited yet
   * @return the task
   * @throws IllegalStateException if the group is finished, or cancels its tasks; the coroutine is
   *     closed then
   */
  public <T> Task<T> createTask(Coroutine<T> coroutine) {
    return createTask(coroutine, null);
  }

  /**
   * Makes a task that belongs to this group and runs in a context of the caller's choice.
   *
   * @param <T> the type of the result
   * @param coroutine not awaited yet
   * @param name for logs and dumps; null for one that the task makes up
   * @param context what the task sees and changes; null for a copy of the current one
   * @return the task
   * @throws IllegalStateException if the group is finished, or cancels its tasks; the coroutine is
   *     closed then
   */
  public <T> Task<T> createTask(Coroutine<T> coroutine, String name, Context context) {
    Arguments.notNull(coroutine, "coroutine");
    checkAccepts(coroutine);
    Task<T> task = loop.createTask(coroutine, name, context);
    tasks.add(task);
    // Also for an eager task that is done: its failure must not cancel the parent within this call.
    task.addDoneCallback(new ChildDone(this));
    return task;
  }

  /**
   * Makes a task that belongs to this group and has a name. Tasks of the group may make more.
   *
   * @param <T> the type of the result
   * @param coroutine not awaited yet
   * @param name for logs and dumps; null for one that the task makes up
   * @return the task
   * @throws IllegalStateException if the group is finished, or cancels its tasks; the coroutine is
   *     closed then
   */
  public <T> Task<T> createTask(Coroutine<T> coroutine, String name) {
    return createTask(coroutine, name, null);
  }

  /**
   * Makes a task of an async lambda that belongs to this group. The lambda is called inside the
   * task.
   *
   * @param <T> the type of the result
   * @param body makes the coroutine; what it throws is the task's failure
   * @return the task
   * @throws IllegalStateException if the group is finished, or cancels its tasks
   */
  public <T> Task<T> createTask(AsyncCallable<T> body) {
    return createTask(Asyncio.coroutine(body));
  }

  /**
   * Makes a task of an async lambda that belongs to this group and has a name.
   *
   * @param <T> the type of the result
   * @param body makes the coroutine; what it throws is the task's failure
   * @param name for logs and dumps; null for one that the task makes up
   * @return the task
   * @throws IllegalStateException if the group is finished, or cancels its tasks
   */
  public <T> Task<T> createTask(AsyncCallable<T> body, String name) {
    return createTask(Asyncio.coroutine(body), name);
  }

  private void checkAccepts(Coroutine<?> coroutine) {
    boolean finished = exiting && tasks.isEmpty();
    if (finished || aborting) {
      coroutine.close();
      throw new IllegalStateException(
          finished
              ? "This TaskGroup is finished: make its tasks inside its block. " + this
              : "This TaskGroup is shutting down, it takes no more tasks. " + this);
    }
  }

  /**
   * Waits until all tasks of the group are done. Cancelling the wait cancels the tasks.
   *
   * @return a coroutine; it throws an {@link ExceptionGroup} if tasks have failed, and {@link
   *     IllegalStateException} if the block was left before
   */
  @Override
  public Coroutine<Void> aclose() {
    return leave(null);
  }

  /**
   * Cancels the tasks of the group and waits until they are done.
   *
   * @param failure what the block failed with
   * @return a coroutine; it throws an {@link ExceptionGroup} of what the block and the tasks have
   *     failed with, a {@link CancelledError} if nothing has failed, and {@link
   *     IllegalStateException} if the block was left before
   */
  @Override
  public Coroutine<Void> aclose(Throwable failure) {
    return leave(failure);
  }

  @Async
  private Coroutine<Void> leave(Throwable failure) {
    if (exiting) {
      throw new IllegalStateException(
          "This block has been left already: make a taskGroup() for each block. " + this);
    }
    exiting = true;
    CancelledError cancellation = failure instanceof CancelledError error ? error : null;
    if (failure != null && !aborting) {
      abort();
    }
    while (!tasks.isEmpty()) {
      allDone = loop.createFuture();
      try {
        await(allDone);
      } catch (CancelledError cancelled) {
        if (!aborting) {
          // The parent is cancelled from outside while it waits here.
          cancellation = cancelled;
          abort();
        }
      }
      allDone = null;
    }
    if (parentCancelRequested && parent.uncancel() == 0) {
      cancellation = null;
    }
    if (cancellation != null && failures.isEmpty()) {
      throw cancellation;
    }
    if (failure != null && !(failure instanceof CancelledError)) {
      failures.add(failure);
    }
    if (!failures.isEmpty()) {
      keepRequestsToCancel();
      throw new ExceptionGroup("unhandled errors in a TaskGroup", failures);
    }
    return result();
  }

  /** The failures come first: whoever else wants to cancel the parent does so at its next await. */
  private void keepRequestsToCancel() {
    if (parent.cancelling() > 0) {
      int unused = parent.uncancel();
      parent.cancel();
    }
  }

  private void abort() {
    aborting = true;
    for (Task<?> task : List.copyOf(tasks)) {
      task.cancel();
    }
  }

  /** Tells the group, and a dump whose task this is. */
  private record ChildDone(TaskGroup group) implements Consumer<Future<?>>, AwaitedThrough {

    @Override
    public void accept(Future<?> task) {
      group.taskDone(task);
    }

    @Override
    public Future<?> waiter() {
      return group.parent;
    }
  }

  private void taskDone(Future<?> task) {
    tasks.remove(task);
    if (allDone != null && tasks.isEmpty() && !allDone.done()) {
      allDone.setResult(null);
    }
    if (task.cancelled() || task.exception() == null) {
      return;
    }
    failures.add(task.exception());
    if (parent.done()) {
      reportOrphan(task);
    } else if (!aborting && !parentCancelRequested) {
      // Also ends the body, if the parent is still in it.
      abort();
      parentCancelRequested = true;
      parent.cancel();
    }
  }

  /** The group was never closed: nobody is left to throw the failure at. */
  private void reportOrphan(Future<?> task) {
    loop.callExceptionHandler(
        new ErrorContext(
            "A task of a TaskGroup has failed, but its parent task is done already. Close the"
                + " group: use it in try-with-resources",
            task.exception(),
            Map.of("task", task, "parent", parent)));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("TaskGroup (");
    text.append(tasks.size()).append(" tasks, ").append(failures.size()).append(" failures");
    if (aborting) {
      text.append(", cancelling");
    }
    return text.append(')').toString();
  }
}
