package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.annotations.Async;
import java.util.Map;
import java.util.Set;

/** Runs coroutines on a loop of its own and leaves nothing behind. Python's {@code Runner}. */
final class Runner implements AutoCloseable {

  private final EventLoop loop;

  Runner(EventLoop loop) {
    this.loop = loop;
  }

  /** Fails fast where a coroutine should be awaited instead. */
  static void checkNoRunningLoop() {
    if (EventLoop.current() != null) {
      throw new IllegalStateException(
          "run() cannot be called from a running event loop: await the coroutine instead");
    }
  }

  <T> T run(Coroutine<T> main) {
    checkNoRunningLoop();
    return loop.runUntilComplete(loop.createTask(main));
  }

  /** A coroutine that makes the coroutine inside the loop. */
  @Async
  static <T> Coroutine<T> call(AsyncCallable<T> callable) throws Exception {
    return result(await(callable.call()));
  }

  /** Cancels the tasks that are left, waits for them and for blocking calls, closes the loop. */
  @Override
  public void close() {
    try (loop) {
      cancelAllTasks();
      loop.runUntilComplete(loop.shutdownDefaultExecutor());
    }
  }

  private void cancelAllTasks() {
    Set<Task<?>> leftOver = loop.allTasks();
    if (leftOver.isEmpty()) {
      return;
    }
    leftOver.forEach(Task::cancel);
    loop.runUntilComplete(GatherFuture.of(loop, leftOver, true));
    for (Task<?> task : leftOver) {
      if (!task.cancelled() && task.exception() != null) {
        loop.callExceptionHandler(
            new ErrorContext(
                "unhandled exception during run() shutdown",
                task.exception(),
                Map.of("task", task)));
      }
    }
  }
}
