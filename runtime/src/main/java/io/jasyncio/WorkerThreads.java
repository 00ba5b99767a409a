package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.annotations.Async;
import io.jasyncio.internal.Arguments;
import io.jasyncio.internal.CurrentLoop;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where blocking calls run: on the loop's default executor, on threads of one's own, or on any
 * executor. The facades that {@code @ToThread} writes use it, and those of one library may share
 * one. May be used on every loop.
 *
 * <p>The counterpart of a {@code ThreadPoolExecutor} that is handed to {@code
 * loop.run_in_executor}.
 */
public final class WorkerThreads {

  private static final WorkerThreads OF_THE_LOOP = new WorkerThreads(null);

  private final Executor executor;

  private WorkerThreads(Executor executor) {
    this.executor = executor;
  }

  /**
   * The default executor of the loop that a call is awaited on.
   *
   * @return always the same
   */
  public static WorkerThreads ofTheLoop() {
    return OF_THE_LOOP;
  }

  /**
   * Daemon threads, started as they are needed. They end when nothing refers to this object any
   * more and its calls are done.
   *
   * @param maxWorkers how many at most; with one, calls run in the order in which they were awaited
   * @param namePrefix what their names begin with; a number follows
   * @return new threads
   * @throws IllegalArgumentException if there is to be none
   */
  public static WorkerThreads of(int maxWorkers, String namePrefix) {
    Arguments.notNull(namePrefix, "namePrefix");
    if (maxWorkers < 1) {
      throw new IllegalArgumentException("maxWorkers is " + maxWorkers + ", and must be positive");
    }
    AtomicInteger count = new AtomicInteger();
    ThreadFactory factory =
        task -> {
          Thread thread = new Thread(task, namePrefix + "-" + count.getAndIncrement());
          thread.setDaemon(true);
          return thread;
        };
    return new WorkerThreads(
        maxWorkers == 1
            ? Executors.newSingleThreadExecutor(factory)
            : Executors.newFixedThreadPool(maxWorkers, factory));
  }

  /**
   * An executor of one's own, which stays one's own to shut down.
   *
   * @param executor where calls run
   * @return a view of it
   */
  public static WorkerThreads on(Executor executor) {
    return new WorkerThreads(Arguments.notNull(executor, "executor"));
  }

  /**
   * Runs a blocking call on one of the threads, with the context variables of the task that awaits
   * it. Suspends until the call ends. Cancelling leaves the call out if it has not begun; one that
   * has begun goes on, and its outcome is dropped.
   *
   * @param <T> the type of the result
   * @param call the call; what it throws comes out of the await as it is
   * @return a coroutine of the call's result
   */
  @Async
  public <T> Coroutine<T> call(Callable<T> call) {
    Context context = Asyncio.copyContext();
    Callable<T> inContext = () -> context.run(call);
    EventLoop loop = CurrentLoop.running();
    return result(
        await(
            executor == null
                ? loop.runInExecutor(inContext)
                : loop.runInExecutor(executor, inContext)));
  }
}
