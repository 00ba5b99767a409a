package io.jasyncio;

import io.jasyncio.codegen.GeneratorMachine;
import io.jasyncio.internal.Arguments;
import io.jasyncio.internal.CurrentLoop;
import io.jasyncio.internal.Nanos;
import io.jasyncio.internal.Sneaky;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
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

  /**
   * Hands a value to whoever iterates the generator, and suspends the generator around it until the
   * next value is asked for. Python's {@code yield}.
   *
   * <p>Stands in {@code @Async} methods that return {@link Generator} or {@link AsyncGenerator}.
   *
   * @param <S> the type of what is sent in; it is the sender's to keep to it
   * @param value the value, may be null; of the generator's type, as the compiler checks
   * @return what {@link Generator#send} or {@link AsyncGenerator#asend} sends, null otherwise. What
   *     {@link Generator#throwInto} or {@link AsyncGenerator#athrow} throws comes out here; {@link
   *     GeneratorExit} where the generator is closed
   * @throws NotWovenError if the method around it was not compiled with the processor
   */
  @SuppressWarnings("TypeParameterUnusedInFormals") // Python does not know the type, either
  public static <S> S emit(Object value) {
    throw NotWovenError.callerOf(Asyncio.class);
  }

  /**
   * Hands on to another generator, whose values are then those of the generator around this call:
   * what is sent and thrown goes to the other one until it has ended. Python's {@code yield from}.
   *
   * <p>Stands in {@code @Async} methods that return {@link Generator}. A chain of any length takes
   * no Java stack, and a value costs the same however long the chain is.
   *
   * @param <R> the type of the other generator's result; it is the caller's to know
   * @param source a generator, or anything else to iterate
   * @return what the other generator returned with {@code done(value)}; null for anything else
   * @throws NotWovenError if the method around it was not compiled with the processor
   */
  @SuppressWarnings("TypeParameterUnusedInFormals") // Python does not know the type, either
  public static <R> R emitAll(Iterable<?> source) {
    throw NotWovenError.callerOf(Asyncio.class);
  }

  /**
   * Ends a generator, as {@code return done()}.
   *
   * @param <G> the return type of the method around it
   * @return for javac only
   * @throws NotWovenError if the method around it was not compiled with the processor
   */
  @SuppressWarnings("TypeParameterUnusedInFormals") // the method's return type says it
  public static <G extends GeneratorMachine> G done() {
    throw NotWovenError.callerOf(Asyncio.class);
  }

  /**
   * Ends a plain generator with a result, as {@code return done(value)}. {@link #emitAll} evaluates
   * to it, and {@link StopIteration#value} tells it.
   *
   * @param <G> the return type of the method around it
   * @param value the result, may be null
   * @return for javac only
   * @throws NotWovenError if the method around it was not compiled with the processor
   */
  @SuppressWarnings("TypeParameterUnusedInFormals") // the method's return type says it
  public static <G extends GeneratorMachine> G done(Object value) {
    throw NotWovenError.callerOf(Asyncio.class);
  }

  // Programs

  /**
   * Runs a program: makes a loop, runs {@code main} as its first task, and cleans up. The
   * counterpart of {@code asyncio.run}.
   *
   * <p>Blocks until {@code main} is done. Then tasks that are left are cancelled and waited for,
   * and so are blocking calls of the default executor. Ctrl-C cancels {@code main} and, when all is
   * cleaned up, ends the JVM; see {@link OnInterrupt}.
   *
   * @param <T> the type of the result
   * @param main not awaited yet
   * @return the result of {@code main}; what it fails with is thrown as it is, checked exceptions
   *     too
   * @throws IllegalStateException if a loop runs on this thread
   */
  public static <T> T run(Coroutine<T> main) {
    return run(main, RunOptions.DEFAULT);
  }

  /**
   * Runs a program with options.
   *
   * @param <T> the type of the result
   * @param main not awaited yet
   * @param options how to make the loop, debug mode, and what Ctrl-C does
   * @return the result of {@code main}; what it fails with is thrown as it is, checked exceptions
   *     too
   * @throws IllegalStateException if a loop runs on this thread
   */
  public static <T> T run(Coroutine<T> main, RunOptions options) {
    Arguments.notNull(main, "main");
    Runner.checkNoRunningLoop();
    try (Runner runner = new Runner(options)) {
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
    return run(main, RunOptions.DEFAULT);
  }

  /**
   * Runs a program given as a lambda, with options.
   *
   * @param <T> the type of the result
   * @param main makes the coroutine to run
   * @param options how to make the loop, debug mode, and what Ctrl-C does
   * @return its result; what it fails with is thrown as it is, checked exceptions too
   * @throws IllegalStateException if a loop runs on this thread
   */
  public static <T> T run(AsyncCallable<T> main, RunOptions options) {
    Arguments.notNull(main, "main");
    Runner.checkNoRunningLoop();
    try (Runner runner = new Runner(options)) {
      return runner.run(main);
    }
  }

  // Loops

  /**
   * Returns the loop that runs on this thread. The counterpart of {@code asyncio.get_running_loop}.
   *
   * @return the loop
   * @throws IllegalStateException if none does
   */
  public static EventLoop getRunningLoop() {
    return CurrentLoop.running();
  }

  /**
   * Returns the loop of this thread: the one that runs, or else the one that {@link #setEventLoop}
   * has set. The counterpart of {@code asyncio.get_event_loop}.
   *
   * @return the loop
   * @throws IllegalStateException if there is none
   */
  public static EventLoop getEventLoop() {
    return CurrentLoop.get();
  }

  /**
   * Makes a loop. The counterpart of {@code asyncio.new_event_loop}.
   *
   * @return a loop that is not running
   */
  public static EventLoop newEventLoop() {
    return EventLoop.create();
  }

  /**
   * Sets the loop for which code on this thread makes tasks while no loop runs: with {@link
   * #ensureFuture}, {@link #gather}, {@link #shield} and the like. The counterpart of {@code
   * asyncio.set_event_loop}.
   *
   * @param loop null for none
   */
  public static void setEventLoop(EventLoop loop) {
    CurrentLoop.set(loop);
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
    return CurrentLoop.running().createTask(coroutine);
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
    return CurrentLoop.running().createTask(coroutine, name);
  }

  /**
   * Makes a task of an async lambda, {@code createTask(() -> { ... await(...) ... })}. The lambda
   * is called inside the task.
   *
   * @param <T> the type of the result
   * @param body makes the coroutine; what it throws is the task's failure
   * @return the task
   * @throws IllegalStateException if no loop runs on this thread
   */
  public static <T> Task<T> createTask(AsyncCallable<T> body) {
    return createTask(coroutine(body));
  }

  /**
   * Makes a task of an async lambda that has a name.
   *
   * @param <T> the type of the result
   * @param body makes the coroutine; what it throws is the task's failure
   * @param name for logs and dumps; null for one that the task makes up
   * @return the task
   * @throws IllegalStateException if no loop runs on this thread
   */
  public static <T> Task<T> createTask(AsyncCallable<T> body, String name) {
    return createTask(coroutine(body), name);
  }

  /**
   * Makes a coroutine of an async lambda, for {@code gather} and whatever else takes an awaitable.
   * The lambda is called when the coroutine is awaited.
   *
   * @param <T> the type of the result
   * @param body makes the coroutine; what it throws comes out of the await
   * @return a coroutine
   */
  public static <T> Coroutine<T> coroutine(AsyncCallable<T> body) {
    Arguments.notNull(body, "body");
    try {
      return Runner.call(body);
    } catch (Exception failure) { // never: making a coroutine runs nothing
      throw Sneaky.raise(failure);
    }
  }

  /**
   * Makes a task that has a name and runs in a context of the caller's choice.
   *
   * @param <T> the type of the result
   * @param coroutine not awaited yet
   * @param name for logs and dumps; null for one that the task makes up
   * @param context what the task sees and changes; null for a copy of the present one
   * @return the task
   * @throws IllegalStateException if no loop runs on this thread
   */
  public static <T> Task<T> createTask(Coroutine<T> coroutine, String name, Context context) {
    return CurrentLoop.running().createTask(coroutine, name, context);
  }

  /**
   * Copies the context of the code that calls this: the values of all {@linkplain ContextVar
   * context variables}. Takes no time, whatever their number. The counterpart of {@code
   * contextvars.copy_context}. Any thread may call it.
   *
   * @return a context of its own
   */
  public static Context copyContext() {
    return new Context(Bindings.of(Context.current()));
  }

  /**
   * Makes a future of any awaitable: a task, unless it is a future already. The counterpart of
   * {@code asyncio.ensure_future}.
   *
   * @param <T> the type of the result
   * @param awaitable a coroutine, a future or an awaitable
   * @return a future of the same outcome
   * @throws IllegalStateException if a task is needed and this thread has no loop
   */
  public static <T> Future<T> ensureFuture(Awaitable<T> awaitable) {
    Arguments.notNull(awaitable, "awaitable");
    return awaitable instanceof Future<T> future
        ? future
        : Adapter.ensureFuture(awaitable, CurrentLoop.get());
  }

  /**
   * Returns a task factory for {@link EventLoop#setTaskFactory} whose tasks run their first step at
   * once, while they are being made. The counterpart of {@code asyncio.eager_task_factory}.
   *
   * <p>A task that does not suspend is done when it is returned, and never passes through the loop.
   * That is cheaper, but changes the order in which things happen. While its first step runs the
   * task is the {@linkplain #currentTask current one}. Made while the loop is not running, a task
   * starts in the loop's first turn as usual.
   *
   * @return always the same
   */
  public static TaskFactory eagerTaskFactory() {
    return TaskFactory.eager();
  }

  /**
   * Returns the task that this code is part of. The counterpart of {@code asyncio.current_task}.
   *
   * @return the task, or null inside a callback
   * @throws IllegalStateException if no loop runs on this thread
   */
  public static Task<?> currentTask() {
    return CurrentLoop.running().currentTask();
  }

  /**
   * Lists the tasks of the running loop that are not done. The counterpart of {@code
   * asyncio.all_tasks}.
   *
   * @return a copy, in the order in which the tasks were made
   * @throws IllegalStateException if no loop runs on this thread
   */
  public static Set<Task<?>> allTasks() {
    return CurrentLoop.running().allTasks();
  }

  // Time

  /**
   * Suspends for some time. Always gives way, even for no time at all. Cancelling ends the sleep at
   * once. The counterpart of {@code asyncio.sleep}.
   *
   * @param delay zero to let the others have their turn
   * @return a coroutine to be awaited
   * @throws IllegalArgumentException if the delay is negative
   */
  public static Coroutine<Void> sleep(Duration delay) {
    return sleep(delay, null);
  }

  /**
   * Suspends for some time and then evaluates to a value.
   *
   * @param <T> the type of the value
   * @param delay zero to let the others have their turn
   * @param value the result of the coroutine, may be null
   * @return a coroutine to be awaited
   * @throws IllegalArgumentException if the delay is negative
   */
  public static <T> Coroutine<T> sleep(Duration delay, T value) {
    return new Sleep<>(Nanos.checkDelay(delay, "delay"), value);
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
   * @throws IllegalArgumentException if the limit is negative
   */
  public static <T> Coroutine<T> waitFor(Awaitable<T> awaitable, Duration limit) {
    Arguments.notNull(awaitable, "awaitable");
    return TimeLimit.waitFor(awaitable, Nanos.checkDelay(limit, "limit"));
  }

  /**
   * Limits the time of a block, for the current task: {@code try (var limit = timeout(...)) {...}}.
   * The counterpart of {@code asyncio.timeout}.
   *
   * @param limit from now on; zero to let nothing pass that suspends
   * @return to be closed by the block, which then may throw {@link AsyncTimeoutException}
   * @throws IllegalArgumentException if the limit is negative
   * @throws IllegalStateException outside of a task
   */
  public static Timeout timeout(Duration limit) {
    return Timeout.after(limit);
  }

  /**
   * Makes a time-out without a limit, to be set by {@link Timeout#reschedule(long)} later. The
   * counterpart of {@code asyncio.timeout(None)}.
   *
   * @return to be closed by the block, which then may throw {@link AsyncTimeoutException}
   * @throws IllegalStateException outside of a task
   */
  public static Timeout timeout() {
    return Timeout.never();
  }

  /**
   * Limits the time of a block by the loop's clock. The counterpart of {@code asyncio.timeout_at}.
   *
   * @param when nanoseconds of the clock of {@link EventLoop#time()}; may have passed
   * @return to be closed by the block, which then may throw {@link AsyncTimeoutException}
   * @throws IllegalStateException outside of a task
   */
  public static Timeout timeoutAt(long when) {
    return Timeout.at(when);
  }

  // Several at once

  /**
   * Opens a block that is not left before the tasks that are made in it are done: {@code try (var
   * group = taskGroup()) {...}}. Belongs to the current task. The counterpart of {@code
   * asyncio.TaskGroup}.
   *
   * @return to be closed by the block, which then may throw {@link ExceptionGroup}
   * @throws IllegalStateException outside of a task
   */
  public static TaskGroup taskGroup() {
    return new TaskGroup();
  }

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
   * @throws IllegalStateException if a task is needed and this thread has no loop
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is only read
  public static <T> Future<List<T>> gather(Awaitable<? extends T>... awaitables) {
    return gather(Arrays.asList(Arguments.notNull(awaitables, "awaitables")));
  }

  /**
   * Runs awaitables side by side and collects their results, as {@link #gather(Awaitable[])} does.
   *
   * @param <T> the type of the results
   * @param awaitables of one loop; one that is given twice runs once
   * @return the future of the results, in the order of the collection
   * @throws IllegalStateException if a task is needed and this thread has no loop
   */
  public static <T> Future<List<T>> gather(
      Collection<? extends Awaitable<? extends T>> awaitables) {
    return GatherFuture.ofList(awaitables, false);
  }

  /**
   * Runs two awaitables side by side and collects their results, as {@link #gather(Collection)}
   * does, each with its type.
   *
   * @param <A> the type of the first result
   * @param <B> the type of the second result
   * @param first of the same loop as the others
   * @param second of the same loop as the others
   * @return the future of the results
   */
  public static <A, B> Future<Results2<A, B>> gather(Awaitable<A> first, Awaitable<B> second) {
    return GatherFuture.of(Arrays.asList(first, second), false, Results2::of);
  }

  /**
   * Runs three awaitables side by side and collects their results, as {@link #gather(Collection)}
   * does, each with its type.
   *
   * @param <A> the type of the first result
   * @param <B> the type of the second result
   * @param <C> the type of the third result
   * @param first of the same loop as the others
   * @param second of the same loop as the others
   * @param third of the same loop as the others
   * @return the future of the results
   */
  public static <A, B, C> Future<Results3<A, B, C>> gather(
      Awaitable<A> first, Awaitable<B> second, Awaitable<C> third) {
    return GatherFuture.of(Arrays.asList(first, second, third), false, Results3::of);
  }

  /**
   * Runs four awaitables side by side and collects their results, as {@link #gather(Collection)}
   * does, each with its type.
   *
   * @param <A> the type of the first result
   * @param <B> the type of the second result
   * @param <C> the type of the third result
   * @param <D> the type of the fourth result
   * @param first of the same loop as the others
   * @param second of the same loop as the others
   * @param third of the same loop as the others
   * @param fourth of the same loop as the others
   * @return the future of the results
   */
  public static <A, B, C, D> Future<Results4<A, B, C, D>> gather(
      Awaitable<A> first, Awaitable<B> second, Awaitable<C> third, Awaitable<D> fourth) {
    return GatherFuture.of(Arrays.asList(first, second, third, fourth), false, Results4::of);
  }

  /**
   * Runs five awaitables side by side and collects their results, as {@link #gather(Collection)}
   * does, each with its type.
   *
   * @param <A> the type of the first result
   * @param <B> the type of the second result
   * @param <C> the type of the third result
   * @param <D> the type of the fourth result
   * @param <E> the type of the fifth result
   * @param first of the same loop as the others
   * @param second of the same loop as the others
   * @param third of the same loop as the others
   * @param fourth of the same loop as the others
   * @param fifth of the same loop as the others
   * @return the future of the results
   */
  public static <A, B, C, D, E> Future<Results5<A, B, C, D, E>> gather(
      Awaitable<A> first,
      Awaitable<B> second,
      Awaitable<C> third,
      Awaitable<D> fourth,
      Awaitable<E> fifth) {
    return GatherFuture.of(Arrays.asList(first, second, third, fourth, fifth), false, Results5::of);
  }

  /**
   * Runs six awaitables side by side and collects their results, as {@link #gather(Collection)}
   * does, each with its type.
   *
   * @param <A> the type of the first result
   * @param <B> the type of the second result
   * @param <C> the type of the third result
   * @param <D> the type of the fourth result
   * @param <E> the type of the fifth result
   * @param <F> the type of the sixth result
   * @param first of the same loop as the others
   * @param second of the same loop as the others
   * @param third of the same loop as the others
   * @param fourth of the same loop as the others
   * @param fifth of the same loop as the others
   * @param sixth of the same loop as the others
   * @return the future of the results
   */
  public static <A, B, C, D, E, F> Future<Results6<A, B, C, D, E, F>> gather(
      Awaitable<A> first,
      Awaitable<B> second,
      Awaitable<C> third,
      Awaitable<D> fourth,
      Awaitable<E> fifth,
      Awaitable<F> sixth) {
    return GatherFuture.of(
        Arrays.asList(first, second, third, fourth, fifth, sixth), false, Results6::of);
  }

  /**
   * Runs seven awaitables side by side and collects their results, as {@link #gather(Collection)}
   * does, each with its type.
   *
   * @param <A> the type of the first result
   * @param <B> the type of the second result
   * @param <C> the type of the third result
   * @param <D> the type of the fourth result
   * @param <E> the type of the fifth result
   * @param <F> the type of the sixth result
   * @param <G> the type of the seventh result
   * @param first of the same loop as the others
   * @param second of the same loop as the others
   * @param third of the same loop as the others
   * @param fourth of the same loop as the others
   * @param fifth of the same loop as the others
   * @param sixth of the same loop as the others
   * @param seventh of the same loop as the others
   * @return the future of the results
   */
  public static <A, B, C, D, E, F, G> Future<Results7<A, B, C, D, E, F, G>> gather(
      Awaitable<A> first,
      Awaitable<B> second,
      Awaitable<C> third,
      Awaitable<D> fourth,
      Awaitable<E> fifth,
      Awaitable<F> sixth,
      Awaitable<G> seventh) {
    return GatherFuture.of(
        Arrays.asList(first, second, third, fourth, fifth, sixth, seventh), false, Results7::of);
  }

  /**
   * Runs eight awaitables side by side and collects their results, as {@link #gather(Collection)}
   * does, each with its type.
   *
   * @param <A> the type of the first result
   * @param <B> the type of the second result
   * @param <C> the type of the third result
   * @param <D> the type of the fourth result
   * @param <E> the type of the fifth result
   * @param <F> the type of the sixth result
   * @param <G> the type of the seventh result
   * @param <H> the type of the eighth result
   * @param first of the same loop as the others
   * @param second of the same loop as the others
   * @param third of the same loop as the others
   * @param fourth of the same loop as the others
   * @param fifth of the same loop as the others
   * @param sixth of the same loop as the others
   * @param seventh of the same loop as the others
   * @param eighth of the same loop as the others
   * @return the future of the results
   */
  public static <A, B, C, D, E, F, G, H> Future<Results8<A, B, C, D, E, F, G, H>> gather(
      Awaitable<A> first,
      Awaitable<B> second,
      Awaitable<C> third,
      Awaitable<D> fourth,
      Awaitable<E> fifth,
      Awaitable<F> sixth,
      Awaitable<G> seventh,
      Awaitable<H> eighth) {
    return GatherFuture.of(
        Arrays.asList(first, second, third, fourth, fifth, sixth, seventh, eighth),
        false,
        Results8::of);
  }

  /**
   * Runs awaitables side by side and collects their results and, if wanted, their exceptions.
   *
   * @param awaitables of one loop; one that is given twice runs once
   * @param returnExceptions true to put what a child fails with in the place of its result
   * @return the future of the results, in the order of the collection
   * @throws IllegalStateException if a task is needed and this thread has no loop
   */
  public static Future<List<Object>> gather(
      Collection<? extends Awaitable<?>> awaitables, boolean returnExceptions) {
    return GatherFuture.ofList(awaitables, returnExceptions);
  }

  /**
   * Waits until all of several futures are done. To be called qualified, as {@code
   * Asyncio.wait(tasks)}, because every class inherits {@code Object.wait}. The counterpart of
   * {@code asyncio.wait}.
   *
   * <p>Throws nothing that the futures have failed with. Cancelling the wait leaves them alone.
   * Always gives way.
   *
   * @param <F> the type of the futures
   * @param futures at least one; coroutines have to be made tasks first
   * @return a coroutine to be awaited
   * @throws IllegalArgumentException if there is none
   */
  public static <F extends Future<?>> Coroutine<WaitResult<F>> wait(
      Collection<? extends F> futures) {
    return wait(futures, ReturnWhen.ALL_COMPLETED);
  }

  /**
   * Waits for one of several futures, or for all.
   *
   * @param <F> the type of the futures
   * @param futures at least one
   * @param returnWhen what ends the wait
   * @return a coroutine to be awaited
   * @throws IllegalArgumentException if there is no future
   */
  public static <F extends Future<?>> Coroutine<WaitResult<F>> wait(
      Collection<? extends F> futures, ReturnWhen returnWhen) {
    return WaitForMany.of(futures, null, returnWhen);
  }

  /**
   * Waits until all of several futures are done, but not longer than some time.
   *
   * @param <F> the type of the futures
   * @param futures at least one
   * @param limit how long; then those that are not done are {@linkplain WaitResult#pending pending}
   * @return a coroutine to be awaited
   * @throws IllegalArgumentException if there is no future, or if the limit is negative
   */
  public static <F extends Future<?>> Coroutine<WaitResult<F>> wait(
      Collection<? extends F> futures, Duration limit) {
    return wait(futures, limit, ReturnWhen.ALL_COMPLETED);
  }

  /**
   * Waits for one of several futures, or for all, but not longer than some time.
   *
   * @param <F> the type of the futures
   * @param futures at least one
   * @param limit how long; then those that are not done are {@linkplain WaitResult#pending pending}
   * @param returnWhen what ends the wait earlier
   * @return a coroutine to be awaited
   * @throws IllegalArgumentException if there is no future, or if the limit is negative
   */
  public static <F extends Future<?>> Coroutine<WaitResult<F>> wait(
      Collection<? extends F> futures, Duration limit, ReturnWhen returnWhen) {
    return WaitForMany.of(futures, Nanos.checkDelay(limit, "limit"), returnWhen);
  }

  /**
   * Runs awaitables side by side and gives their futures in the order in which they are done.
   * Coroutines become tasks at once. The counterpart of {@code asyncio.as_completed}.
   *
   * <pre>{@code
   * for (Future<String> next : asCompleted(pages)) {
   *   System.out.println(await(next));
   * }
   * }</pre>
   *
   * <p>What an awaitable fails with is thrown where its future is awaited. A future or task that
   * was given is given back as it is. Cancelling the wait, or leaving the loop, leaves those that
   * are not done running.
   *
   * @param <T> the type of the results
   * @param awaitables of one loop; one that is given twice runs once
   * @return the futures, each done; to be iterated once
   * @throws IllegalStateException if this thread has no loop
   */
  public static <T> AsyncIterable<Future<T>> asCompleted(
      Collection<? extends Awaitable<T>> awaitables) {
    return AsCompleted.of(CurrentLoop.get(), awaitables, null);
  }

  /**
   * Runs awaitables side by side for some time, as {@link #asCompleted(Collection)} does. When it
   * is over and not all are done, the loop's next step throws {@link AsyncTimeoutException}; what
   * was not done goes on.
   *
   * @param <T> the type of the results
   * @param awaitables of one loop; one that is given twice runs once
   * @param limit how long, from now on, for all of them
   * @return the futures, each done; to be iterated once
   * @throws IllegalArgumentException if the limit is negative
   * @throws IllegalStateException if this thread has no loop
   */
  public static <T> AsyncIterable<Future<T>> asCompleted(
      Collection<? extends Awaitable<T>> awaitables, Duration limit) {
    return AsCompleted.of(CurrentLoop.get(), awaitables, Nanos.checkDelay(limit, "limit"));
  }

  /**
   * Protects an awaitable from the cancellation of those who wait for it: cancelling the future
   * that this returns, or a task that awaits it, lets the awaitable go on. A coroutine becomes a
   * task at once. The counterpart of {@code asyncio.shield}.
   *
   * <p>If the awaitable itself is cancelled, so is the future. If it fails after the future was
   * cancelled, the loop's exception handler is told.
   *
   * @param <T> the type of the result
   * @param awaitable what to protect
   * @return a future of the same outcome; the awaitable itself if it is a future that is done
   * @throws IllegalStateException if a task is needed and this thread has no loop
   */
  public static <T> Future<T> shield(Awaitable<T> awaitable) {
    return ShieldFuture.of(ensureFuture(awaitable));
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
    Arguments.notNull(call, "call");
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
    Arguments.notNull(coroutine, "coroutine");
    Arguments.notNull(loop, "loop");
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
   * @throws IllegalStateException if this thread has no loop
   */
  public static <T> Future<T> fromCompletionStage(CompletionStage<T> stage) {
    Arguments.notNull(stage, "stage");
    return StageFuture.of(stage, CurrentLoop.get());
  }

  // Streams

  /**
   * Opens a connection. The counterpart of {@code asyncio.open_connection}.
   *
   * @param host a name or an address; its addresses are tried one after the other
   * @param port 1 to 65535
   * @return a coroutine to be awaited, for the streams of the connection
   * @throws IOException from the await: {@link java.net.UnknownHostException}, {@link
   *     java.net.ConnectException} if nobody listens there
   */
  public static Coroutine<Connection> openConnection(String host, int port) throws IOException {
    return openConnection(host, port, ConnectOptions.DEFAULT);
  }

  /**
   * Opens a connection with options, such as over TLS.
   *
   * @param host a name or an address
   * @param port 1 to 65535
   * @param options how
   * @return a coroutine to be awaited, for the streams of the connection
   * @throws IOException from the await: {@link java.net.UnknownHostException}, {@link
   *     java.net.ConnectException} if nobody listens there, {@link
   *     javax.net.ssl.SSLHandshakeException}
   */
  public static Coroutine<Connection> openConnection(String host, int port, ConnectOptions options)
      throws IOException {
    Arguments.notNull(host, "host");
    Arguments.notNull(options, "options");
    return Streams.open(CurrentLoop.running(), host, port, options);
  }

  /**
   * Opens a connection over a Unix socket. The counterpart of {@code asyncio.open_unix_connection}.
   *
   * @param path of the socket
   * @return a coroutine to be awaited, for the streams of the connection
   * @throws IOException from the await, if nobody listens there
   */
  public static Coroutine<Connection> openUnixConnection(Path path) throws IOException {
    return openUnixConnection(path, ConnectOptions.DEFAULT);
  }

  /**
   * Opens a connection over a Unix socket with options.
   *
   * @param path of the socket
   * @param options how
   * @return a coroutine to be awaited, for the streams of the connection
   * @throws IOException from the await, if nobody listens there
   */
  public static Coroutine<Connection> openUnixConnection(Path path, ConnectOptions options)
      throws IOException {
    Arguments.notNull(path, "path");
    Arguments.notNull(options, "options");
    return Streams.openUnix(CurrentLoop.running(), path, options);
  }

  /**
   * Starts a server. The counterpart of {@code asyncio.start_server}.
   *
   * @param handler called for each connection, as a task of its own
   * @param host a name or an address of this machine; null or empty for all of them
   * @param port 0 for any that is free, see {@link Server#port}
   * @return a coroutine to be awaited, for the server, which accepts connections
   * @throws IOException from the await: {@link java.net.BindException} if the port is in use
   */
  public static Coroutine<Server> startServer(ConnectionHandler handler, String host, int port)
      throws IOException {
    return startServer(handler, host, port, ServerOptions.DEFAULT);
  }

  /**
   * Starts a server with options, such as over TLS.
   *
   * @param handler called for each connection, as a task of its own
   * @param host a name or an address of this machine; null or empty for all of them
   * @param port 0 for any that is free, see {@link Server#port}
   * @param options how
   * @return a coroutine to be awaited, for the server
   * @throws IOException from the await: {@link java.net.BindException} if the port is in use
   */
  public static Coroutine<Server> startServer(
      ConnectionHandler handler, String host, int port, ServerOptions options) throws IOException {
    Arguments.notNull(options, "options");
    EventLoop loop = CurrentLoop.running();
    return Listening.onHost(loop, Streams.servants(loop, handler, options), host, port, options);
  }

  /**
   * Starts a server on a Unix socket. The counterpart of {@code asyncio.start_unix_server}.
   *
   * @param handler called for each connection, as a task of its own
   * @param path of the socket; one that an earlier server has left there is replaced, and closing
   *     this server leaves its own
   * @return a coroutine to be awaited, for the server, which accepts connections
   * @throws IOException from the await: {@link java.net.BindException} if there is a file already
   */
  public static Coroutine<Server> startUnixServer(ConnectionHandler handler, Path path)
      throws IOException {
    return startUnixServer(handler, path, ServerOptions.DEFAULT);
  }

  /**
   * Starts a server on a Unix socket with options.
   *
   * @param handler called for each connection, as a task of its own
   * @param path of the socket; one that an earlier server has left there is replaced, and closing
   *     this server leaves its own
   * @param options how
   * @return a coroutine to be awaited, for the server
   * @throws IOException from the await: {@link java.net.BindException} if there is a file already
   */
  public static Coroutine<Server> startUnixServer(
      ConnectionHandler handler, Path path, ServerOptions options) throws IOException {
    Arguments.notNull(path, "path");
    Arguments.notNull(options, "options");
    EventLoop loop = CurrentLoop.running();
    return Listening.onAddress(
        loop, Streams.servants(loop, handler, options), UnixDomainSocketAddress.of(path), options);
  }

  // Subprocesses

  /**
   * Starts a program, which shares this program's input and outputs. The counterpart of {@code
   * asyncio.create_subprocess_exec}.
   *
   * @param command the program and its arguments
   * @return a coroutine to be awaited, for the process
   * @throws IOException from the await: {@link java.nio.file.NoSuchFileException} if there is no
   *     such program, {@link java.nio.file.AccessDeniedException} if it may not be run
   */
  public static Coroutine<AsyncProcess> createSubprocessExec(String... command) throws IOException {
    return createSubprocessExec(ProcessOptions.DEFAULT, command);
  }

  /**
   * Starts a program with options, such as pipes to it. A start that is cancelled leaves no process
   * behind.
   *
   * @param options how
   * @param command the program and its arguments
   * @return a coroutine to be awaited, for the process
   * @throws IOException from the await: {@link java.nio.file.NoSuchFileException} if there is no
   *     such program, {@link java.nio.file.AccessDeniedException} if it may not be run
   */
  public static Coroutine<AsyncProcess> createSubprocessExec(
      ProcessOptions options, String... command) throws IOException {
    Arguments.notNull(options, "options");
    return Subprocesses.start(CurrentLoop.running(), options, Subprocesses.checked(command));
  }

  /**
   * Starts a command of the shell, {@code /bin/sh} or {@code cmd.exe}. What comes from outside must
   * not get into the command, as the shell would run it. The counterpart of {@code
   * asyncio.create_subprocess_shell}.
   *
   * @param command as typed
   * @return a coroutine to be awaited, for the shell's process
   * @throws IOException from the await, if there is no shell
   */
  public static Coroutine<AsyncProcess> createSubprocessShell(String command) throws IOException {
    return createSubprocessShell(ProcessOptions.DEFAULT, command);
  }

  /**
   * Starts a command of the shell with options.
   *
   * @param options how
   * @param command as typed
   * @return a coroutine to be awaited, for the shell's process
   * @throws IOException from the await, if there is no shell
   */
  public static Coroutine<AsyncProcess> createSubprocessShell(
      ProcessOptions options, String command) throws IOException {
    Arguments.notNull(options, "options");
    Arguments.notNull(command, "command");
    return Subprocesses.start(CurrentLoop.running(), options, Subprocesses.shell(command));
  }
}
