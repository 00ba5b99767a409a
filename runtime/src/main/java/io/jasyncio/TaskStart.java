package io.jasyncio;

/** When a new task runs its first step. */
enum TaskStart implements TaskFactory {
  IN_THE_NEXT_TURN {
    @Override
    public <T> Task<T> createTask(
        EventLoop loop, Coroutine<T> coroutine, String name, Context context) {
      return loop.tasks().start(coroutine, name, context, false);
    }
  },

  AT_ONCE {
    @Override
    public <T> Task<T> createTask(
        EventLoop loop, Coroutine<T> coroutine, String name, Context context) {
      return loop.tasks().start(coroutine, name, context, loop.isLoopThread());
    }
  }
}
