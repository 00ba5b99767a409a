package io.jasyncio;

import java.io.PrintStream;
import java.util.List;

/**
 * A coroutine on its own way: the loop runs it step by step, side by side with other tasks, and its
 * outcome is this future's. The counterpart of {@code asyncio.Task}.
 *
 * <p>Made by {@link Asyncio#createTask(Coroutine)}. The loop holds on to a task until it is done.
 *
 * <p>{@link #cancel(String)} asks the task to stop: {@link CancelledError} is thrown at the await
 * where it stands, in one of the loop's next turns. The coroutine may clean up, may take its time,
 * and may even go on. The task is {@link #cancelled()} once the coroutine lets the error out.
 *
 * @param <T> the type of the result
 */
public sealed interface Task<T> extends Future<T> permits LoopTask {

  /**
   * Returns the name, {@code Task-1} and so on if none was given.
   *
   * @return the name
   */
  String getName();

  /**
   * Names the task, for logs and dumps.
   *
   * @param name any text
   */
  void setName(String name);

  /**
   * Returns the coroutine that this task runs.
   *
   * @return the coroutine
   */
  Coroutine<T> getCoro();

  /**
   * Returns the context that the task runs in. The counterpart of {@code task.get_context}.
   *
   * @return the values of the context variables that the task sees
   */
  Context getContext();

  /**
   * Lists where the task stands, innermost first, as in a stack trace: the await where it waits,
   * the await of the coroutine that awaits that one, and so on. For the task that is running these
   * come below the methods on the Java stack. For a task that has failed it is the stack trace of
   * its exception, for one that has ended otherwise it is empty. The counterpart of {@code
   * task.get_stack}.
   *
   * @return class, method, file and line of each suspended await; for a task that was not started,
   *     the beginning of its method
   */
  List<StackTraceElement> getStack();

  /**
   * Prints what {@link #getStack} lists. The counterpart of {@code task.print_stack}.
   *
   * @param out for example {@code System.err}
   */
  void printStack(PrintStream out);

  /**
   * Counts the requests to cancel that were not taken back: {@link #cancel()} less {@link
   * #uncancel()}.
   *
   * @return 0 or more
   */
  int cancelling();

  /**
   * Takes one request to cancel back. For code that asked for it, has caught the {@link
   * CancelledError} and goes on, as time-outs do. Where none is left, a cancellation that was not
   * delivered yet is dropped.
   *
   * @return how many requests are left
   */
  int uncancel();

  /**
   * Not for tasks: the coroutine gives the result.
   *
   * @throws UnsupportedOperationException always
   */
  @Override
  void setResult(T value);

  /**
   * Not for tasks: the coroutine throws what it throws.
   *
   * @throws UnsupportedOperationException always
   */
  @Override
  void setException(Throwable failure);
}
