package io.jasyncio;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * The functions of asyncio, meant for {@code import static io.jasyncio.Asyncio.*}.
 *
 * <pre>{@code
 * @Async
 * static Coroutine<Void> main() {
 *   await(sleep(Duration.ofSeconds(1)));
 *   System.out.println("hello");
 *   return result();
 * }
 *
 * public static void main(String[] args) {
 *   run(() -> main());
 * }
 * }</pre>
 */
public final class Asyncio {

  private Asyncio() {}

  // Only in @Async methods: the processor weaves these away

  /**
   * Waits for a coroutine, a future or any other awaitable, and evaluates to its result. What it
   * fails with is thrown here as it is.
   *
   * <p>Suspends the async method around it unless the result is there already. Where the awaiting
   * task is cancelled meanwhile, it throws {@link CancelledError}; what was awaited is cancelled,
   * too.
   *
   * @param <T> the type of the result
   * @param awaitable what to wait for
   * @return its result
   * @throws NotWovenError if the method around it was not compiled with the processor
   */
  public static <T> T await(Awaitable<T> awaitable) {
    throw NotWovenError.callerOf(Asyncio.class);
  }

  /**
   * Waits for a completion stage, such as {@code HttpClient.sendAsync} gives, and evaluates to its
   * result. What it fails with is thrown here without the {@code CompletionException} around it; a
   * stage that was cancelled throws {@link CancelledError}.
   *
   * <p>Goes on on the loop's thread, whichever thread completes the stage. Cancelling the awaiting
   * task cancels the stage where the stage allows it.
   *
   * @param <T> the type of the result
   * @param stage what to wait for
   * @return its result
   * @throws NotWovenError if the method around it was not compiled with the processor
   */
  public static <T> T await(CompletionStage<T> stage) {
    throw NotWovenError.callerOf(Asyncio.class);
  }

  /**
   * Ends an async method with its result, as {@code return result(value)}.
   *
   * @param <T> the type of the result
   * @param value the result, may be null
   * @return for javac only
   * @throws NotWovenError if the method around it was not compiled with the processor
   */
  public static <T> Coroutine<T> result(T value) {
    throw NotWovenError.callerOf(Asyncio.class);
  }

  /**
   * Ends an async method that has no result, as {@code return result()}.
   *
   * @param <T> {@code Void}, as a rule
   * @return for javac only
   * @throws NotWovenError if the method around it was not compiled with the processor
   */
  @SuppressWarnings("TypeParameterUnusedInFormals")
  public static <T> Coroutine<T> result() {
    throw NotWovenError.callerOf(Asyncio.class);
  }

  // Programs

  /**
   * Runs a program: makes a loop, runs {@code main} as its first task, and cleans up. The
   * counterpart of {@code asyncio.run}.
   *
   * <p>Blocks until {@code main} is done. Then tasks that are left are cancelled and waited for,
   * and so are blocking calls of the default executor.
   *
   * @param <T> the type of the result
   * @param main not awaited yet
   * @return the result of {@code main}; what it fails with is thrown as it is, checked exceptions
   *     too
   * @throws IllegalStateException if a loop runs on this thread
   */
  public static <T> T run(Coroutine<T> main) {
    Objects.requireNonNull(main, "main");
    Runner.checkNoRunningLoop();
    try (Runner runner = new Runner(EventLoop.create())) {
      return runner.run(main);
    }
  }

  /**
   * Runs a program given as a lambda: {@code run(() -> main())}. The lambda is called inside the
   * loop.
   *
   * @param <T> the type of the result
   * @param main makes the coroutine to run
   * @return its result; what it fails with is thrown as it is, checked exceptions too
   * @throws IllegalStateException if a loop runs on this thread
   */
  public static <T> T run(AsyncCallable<T> main) {
    Objects.requireNonNull(main, "main");
    Runner.checkNoRunningLoop();
    try {
      return run(Runner.call(main));
    } catch (Exception failure) {
      throw Sneaky.raise(failure);
    }
  }

  /**
   * Returns the loop that runs on this thread. The counterpart of {@code asyncio.get_running_loop}.
   *
   * @return the loop
   * @throws IllegalStateException if none does
   */
  public static EventLoop getRunningLoop() {
    return EventLoop.running();
  }

  // Tasks

  /**
   * Makes a task: the coroutine runs from now on side by side with the one that calls this, first
   * in the loop's next turn. The counterpart of {@code asyncio.create_task}.
   *
   * @param <T> the type of the result
   * @param coroutine not awaited yet
   * @return the task
   * @throws IllegalStateException if no loop runs on this thread
   */
  public static <T> Task<T> createTask(Coroutine<T> coroutine) {
    return EventLoop.running().createTask(coroutine);
  }

  /**
   * Makes a task that has a name.
   *
   * @param <T> the type of the result
   * @param coroutine not awaited yet
   * @param name for logs and dumps; null for one that the task makes up
   * @return the task
   * @throws IllegalStateException if no loop runs on this thread
   */
  public static <T> Task<T> createTask(Coroutine<T> coroutine, String name) {
    return EventLoop.running().createTask(coroutine, name);
  }

  /**
   * Makes a future of any awaitable: a task, unless it is a future already. The counterpart of
   * {@code asyncio.ensure_future}.
   *
   * @param <T> the type of the result
   * @param awaitable a coroutine, a future or an awaitable
   * @return a future of the same outcome
   * @throws IllegalStateException if a task is needed and no loop runs on this thread
   */
  public static <T> Future<T> ensureFuture(Awaitable<T> awaitable) {
    Objects.requireNonNull(awaitable, "awaitable");
    return awaitable instanceof Future<T> future
        ? future
        : Adapter.ensureFuture(awaitable, EventLoop.running());
  }

  /**
   * Returns the task that this code is part of. The counterpart of {@code asyncio.current_task}.
   *
   * @return the task, or null inside a callback
   * @throws IllegalStateException if no loop runs on this thread
   */
  public static Task<?> currentTask() {
    return EventLoop.running().currentTask();
  }

  /**
   * Lists the tasks of the running loop that are not done. The counterpart of {@code
   * asyncio.all_tasks}.
   *
   * @return a copy, in the order in which the tasks were made
   * @throws IllegalStateException if no loop runs on this thread
   */
  public static Set<Task<?>> allTasks() {
    return EventLoop.running().allTasks();
  }

  // Time

  /**
   * Suspends for some time. Always gives way, even for no time at all. Cancelling ends the sleep at
   * once. The counterpart of {@code asyncio.sleep}.
   *
   * @param delay zero or less to let the others have their turn
   * @return a coroutine to be awaited
   */
  public static Coroutine<Void> sleep(Duration delay) {
    return sleep(delay, null);
  }

  /**
   * Suspends for some time and then evaluates to a value.
   *
   * @param <T> the type of the value
   * @param delay zero or less to let the others have their turn
   * @param value the result of the coroutine, may be null
   * @return a coroutine to be awaited
   */
  public static <T> Coroutine<T> sleep(Duration delay, T value) {
    return new Sleep<>(Nanos.of(delay), value);
  }

  /**
   * Waits for an awaitable, but not longer than some time. The counterpart of {@code
   * asyncio.wait_for}.
   *
   * <p>The awaitable runs in the awaiting task. When the time is over it is cancelled, and the wait
   * ends once it has ended. With no time to wait a result that is there already is taken.
   * Cancelling the wait cancels the awaitable.
   *
   * @param <T> the type of the result
   * @param awaitable what to wait for
   * @param limit how long
   * @return a coroutine to be awaited; it throws {@link AsyncTimeoutException} when the time is
   *     over
   */
  public static <T> Coroutine<T> waitFor(Awaitable<T> awaitable, Duration limit) {
    Objects.requireNonNull(awaitable, "awaitable");
    Objects.requireNonNull(limit, "limit");
    return TimeLimit.waitFor(awaitable, limit);
  }

  // Several at once

  /**
   * Runs awaitables side by side and collects their results. Coroutines become tasks. The
   * counterpart of {@code asyncio.gather}.
   *
   * <p>The first failure is that of the future; the others go on. Cancelling the future cancels all
   * that are not done. One child that is cancelled counts as a failure with {@link CancelledError}.
   *
   * @param <T> the type of the results
   * @param awaitables of one loop; one that is given twice runs once
   * @return the future of the results, in the order of the arguments
   * @throws IllegalStateException if no loop runs on this thread
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is only read
  public static <T> Future<List<T>> gather(Awaitable<? extends T>... awaitables) {
    return gather(Arrays.asList(awaitables));
  }

  /**
   * Runs awaitables side by side and collects their results, as {@link #gather(Awaitable[])} does.
   *
   * @param <T> the type of the results
   * @param awaitables of one loop; one that is given twice runs once
   * @return the future of the results, in the order of the collection
   * @throws IllegalStateException if no loop runs on this thread
   */
  public static <T> Future<List<T>> gather(
      Collection<? extends Awaitable<? extends T>> awaitables) {
    return GatherFuture.of(EventLoop.running(), awaitables, false);
  }

  /**
   * Runs awaitables side by side and collects their results and, if wanted, their exceptions.
   *
   * @param awaitables of one loop; one that is given twice runs once
   * @param returnExceptions true to put what a child fails with in the place of its result
   * @return the future of the results, in the order of the collection
   * @throws IllegalStateException if no loop runs on this thread
   */
  public static Future<List<Object>> gather(
      Collection<? extends Awaitable<?>> awaitables, boolean returnExceptions) {
    return GatherFuture.of(EventLoop.running(), awaitables, returnExceptions);
  }

  // Threads

  /**
   * Runs a blocking call away from the loop's thread, on the loop's default executor. Cancelling
   * the wait leaves the call running. The counterpart of {@code asyncio.to_thread}.
   *
   * @param <T> the type of the result
   * @param <X> what the call throws; it comes out of the await
   * @param call starts when the coroutine is awaited
   * @return a coroutine to be awaited
   * @throws X never from here: from the await
   */
  public static <T, X extends Exception> Coroutine<T> toThread(BlockingCall<T, X> call) throws X {
    Objects.requireNonNull(call, "call");
    return ToThread.toThread(call);
  }

  /**
   * Starts a coroutine from another thread. The counterpart of {@code
   * asyncio.run_coroutine_threadsafe}.
   *
   * <p>Cancelling the future cancels the task. A task that was cancelled shows as {@link
   * java.util.concurrent.CancellationException}.
   *
   * @param <T> the type of the result
   * @param coroutine not awaited yet
   * @param loop a loop that runs, or will run, on another thread
   * @return a future to wait for, on any thread but the loop's
   * @throws IllegalStateException if the loop is closed
   */
  public static <T> java.util.concurrent.Future<T> runCoroutineThreadsafe(
      Coroutine<T> coroutine, EventLoop loop) {
    Objects.requireNonNull(coroutine, "coroutine");
    FutureView<T> view = new FutureView<>(loop);
    loop.callSoonThreadsafe(() -> view.start(coroutine));
    return view;
  }

  /**
   * Makes a future of the running loop of a completion stage, for {@link #gather} and others. The
   * counterpart of {@code asyncio.wrap_future}.
   *
   * @param <T> the type of the result
   * @param stage any thread may complete it
   * @return a future of the same outcome, without the {@code CompletionException}; cancelling it
   *     cancels the stage where the stage allows it
   * @throws IllegalStateException if no loop runs on this thread
   */
  public static <T> Future<T> fromCompletionStage(CompletionStage<T> stage) {
    Objects.requireNonNull(stage, "stage");
    return StageFuture.of(stage, EventLoop.running());
  }
}
