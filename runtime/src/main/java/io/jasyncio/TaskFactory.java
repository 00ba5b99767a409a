package io.jasyncio;

/**
 * How a loop makes tasks. The counterpart of asyncio's task factories.
 *
 * <p>Set with {@link EventLoop#setTaskFactory}. A factory of your own calls one of these two,
 * before and after which it does what it is for:
 *
 * <pre>{@code
 * final class CountingTaskFactory implements TaskFactory {
 *   private long made;
 *
 *   @Override
 *   public <T> Task<T> createTask(
 *       EventLoop loop, Coroutine<T> coroutine, String name, Context context) {
 *     made++;
 *     return TaskFactory.standard().createTask(loop, coroutine, name, context);
 *   }
 * }
 * }</pre>
 */
@FunctionalInterface
public interface TaskFactory {

  /**
   * Makes a task.
   *
   * @param <T> the type of the result
   * @param loop where the task is to run; its own thread calls this
   * @param coroutine not awaited yet
   * @param name null for one that the task makes up
   * @param context where the task is to run; null for a copy of the current one
   * @return the task, not null
   */
  <T> Task<T> createTask(EventLoop loop, Coroutine<T> coroutine, String name, Context context);

  /**
   * Returns the factory of a loop for which none was set: the first step of a task is in the loop's
   * next turn.
   *
   * @return always the same
   */
  static TaskFactory standard() {
    return TaskStart.IN_THE_NEXT_TURN;
  }

  /**
   * Returns a factory whose tasks run their first step at once, while they are being made. See
   * {@link Asyncio#eagerTaskFactory}.
   *
   * @return always the same
   */
  static TaskFactory eager() {
    return TaskStart.AT_ONCE;
  }
}
