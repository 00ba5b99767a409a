package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.annotations.Async;
import io.jasyncio.internal.Arguments;
import io.jasyncio.internal.CurrentLoop;
import io.jasyncio.internal.Sneaky;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Runs coroutines one after the other on a loop of its own and leaves nothing behind. The
 * counterpart of {@code asyncio.Runner}.
 *
 * <pre>{@code
 * try (var runner = new Runner()) {
 *   String token = runner.run(login());
 *   runner.run(work(token));
 * }
 * }</pre>
 *
 * <p>The loop is made when it is first needed. Tasks that a run leaves behind go on in the next
 * one; {@link #close} cancels them. For one run {@link Asyncio#run(Coroutine)} is shorter.
 *
 * <p>For one thread.
 */
public final class Runner implements AutoCloseable {

  /** Blocking calls that take longer than this after the end of the program are given up. */
  private static final Duration EXECUTOR_SHUTDOWN_LIMIT = Duration.ofMinutes(5);

  private final RunOptions options;

  /** True if the loop is a new one of the usual kind, which {@link Asyncio#getEventLoop} gives. */
  private boolean setAsCurrent;

  /** Null before it is needed and after the end. */
  private EventLoop loop;

  /** What one run sets in it, the next one sees. */
  private Context context;

  private boolean closed;

  /** A runner with a loop of the usual kind. */
  public Runner() {
    this(RunOptions.DEFAULT);
  }

  /**
   * A runner with options.
   *
   * @param options how to make the loop, and what Ctrl-C does
   */
  public Runner(RunOptions options) {
    this.options = Arguments.notNull(options, "options");
  }

  /** A runner that closes {@code loop} in the end, and leaves Ctrl-C alone. */
  Runner(EventLoop loop) {
    this(RunOptions.DEFAULT.withOnInterrupt(OnInterrupt.LEAVE).withLoopFactory(() -> loop));
  }

  /** Fails fast where a coroutine should be awaited instead. */
  static void checkNoRunningLoop() {
    if (CurrentLoop.runningOrNull() != null) {
      throw new IllegalStateException(
          "run() cannot be called from a running event loop: await the coroutine instead");
    }
  }

  /**
   * Returns the loop, and makes it if need be.
   *
   * @return the loop of all runs
   * @throws IllegalStateException if the runner is closed
   */
  public EventLoop getLoop() {
    if (closed) {
      throw new IllegalStateException("Runner is closed: make another with new Runner()");
    }
    if (loop == null) {
      loop = options.loopFactory().map(Supplier::get).orElseGet(this::newLoop);
      options.debug().ifPresent(loop::setDebug);
      context = Asyncio.copyContext();
    }
    return loop;
  }

  private EventLoop newLoop() {
    EventLoop made = EventLoop.create();
    CurrentLoop.set(made);
    setAsCurrent = true;
    return made;
  }

  /**
   * Runs a coroutine as a task of the loop, and blocks until it is done. All runs of a runner see
   * and change the same {@link Context}, which begins as a copy of the caller's.
   *
   * @param <T> the type of the result
   * @param main not awaited yet
   * @return its result; what it fails with is thrown as it is, checked exceptions too
   * @throws KeyboardInterrupt if Ctrl-C has cancelled it, under {@link OnInterrupt#THROW}
   * @throws IllegalStateException if the runner is closed, or if a loop runs on this thread
   */
  public <T> T run(Coroutine<T> main) {
    Arguments.notNull(main, "main");
    checkNoRunningLoop();
    EventLoop unused = getLoop();
    return run(main, context);
  }

  /**
   * Runs a coroutine as {@link #run(Coroutine)} does, in a context of the caller's choice.
   *
   * @param <T> the type of the result
   * @param main not awaited yet
   * @param chosen what the coroutine sees and changes
   * @return its result; what it fails with is thrown as it is, checked exceptions too
   * @throws KeyboardInterrupt if Ctrl-C has cancelled it, under {@link OnInterrupt#THROW}
   * @throws IllegalStateException if the runner is closed, or if a loop runs on this thread
   */
  public <T> T run(Coroutine<T> main, Context chosen) {
    Arguments.notNull(main, "main");
    Arguments.notNull(chosen, "chosen");
    checkNoRunningLoop();
    EventLoop running = getLoop();
    Task<T> task = running.createTask(main, null, chosen);
    return options.onInterrupt() == OnInterrupt.LEAVE
        ? running.runUntilComplete(task)
        : runInterruptibly(running, task);
  }

  /**
   * Runs a program given as a lambda, {@code runner.run(() -> main())}. The lambda is called inside
   * the loop.
   *
   * @param <T> the type of the result
   * @param main makes the coroutine to run
   * @return its result; what it fails with is thrown as it is, checked exceptions too
   * @throws KeyboardInterrupt if Ctrl-C has cancelled it, under {@link OnInterrupt#THROW}
   * @throws IllegalStateException if the runner is closed, or if a loop runs on this thread
   */
  public <T> T run(AsyncCallable<T> main) {
    Arguments.notNull(main, "main");
    checkNoRunningLoop();
    try {
      return run(call(main));
    } catch (Exception failure) {
      throw Sneaky.raise(failure);
    }
  }

  private <T> T runInterruptibly(EventLoop running, Task<T> task) {
    Interrupts interrupts = Interrupts.watch(running, task);
    try {
      return running.runUntilComplete(task);
    } catch (CancelledError cancelled) {
      boolean onlyByInterrupt = interrupts.interrupted() && task.uncancel() == 0;
      if (!onlyByInterrupt) {
        throw cancelled;
      }
      if (options.onInterrupt() == OnInterrupt.EXIT) {
        close();
        interrupts.exit();
      }
      throw new KeyboardInterrupt(cancelled);
    } finally {
      interrupts.end();
    }
  }

  /** A coroutine that makes the coroutine inside the loop. */
  @Async
  static <T> Coroutine<T> call(AsyncCallable<T> callable) throws Exception {
    return result(await(callable.call()));
  }

  /**
   * Cancels the tasks that are left, waits for them and for blocking calls of the default executor,
   * and closes the loop. Does nothing the second time, or if there was no loop.
   *
   * <p>What a task fails with while it is being cancelled goes to the loop's exception handler.
   */
  @Override
  public void close() {
    EventLoop closing = loop;
    loop = null;
    closed = true;
    if (closing == null) {
      return;
    }
    try (closing) {
      cancelAllTasks(closing);
      closing.runUntilComplete(closing.shutdownAsyncgens());
      closing.runUntilComplete(closing.shutdownDefaultExecutor(EXECUTOR_SHUTDOWN_LIMIT));
    } finally {
      if (setAsCurrent) {
        CurrentLoop.set(null);
      }
    }
  }

  private static void cancelAllTasks(EventLoop loop) {
    Set<Task<?>> leftOver = loop.allTasks();
    if (leftOver.isEmpty()) {
      return;
    }
    leftOver.forEach(Task::cancel);
    Object unused = loop.runUntilComplete(GatherFuture.ofList(leftOver, true));
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
