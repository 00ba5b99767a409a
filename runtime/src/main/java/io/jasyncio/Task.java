package io.jasyncio;

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
