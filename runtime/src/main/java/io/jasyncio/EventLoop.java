package io.jasyncio;

import io.jasyncio.internal.Arguments;
import io.jasyncio.internal.CurrentLoop;
import io.jasyncio.internal.Nanos;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;

/**
 * Runs callbacks and tasks on one thread, one after the other. The counterpart of asyncio's event
 * loop.
 *
 * <p>{@link Asyncio#run(Coroutine)} makes a loop, runs a program on it and closes it; that is all
 * most programs need. A loop of your own is made with {@link #create()}, run with {@link
 * #runUntilComplete} or {@link #runForever}, and closed with {@link #close}. Several loops may run
 * side by side, each on its own thread.
 *
 * <p>In each turn the loop waits for something to do, then runs the callbacks that are ready, in
 * the order in which they became ready. What these make ready runs in the next turn, so that
 * nothing starves. Except where it says otherwise, methods are for the loop's thread, or, while the
 * loop is not running, for one thread at a time; elsewhere those that would do harm throw {@link
 * WrongLoopException}.
 */
public final class EventLoop
    implements AutoCloseable, NetworkCalls, PipeCalls, ProcessCalls, SocketCalls {

  private static volatile PollerFactory pollers = PollerFactory.NIO;

  private final Turns turns;
  private final LoopTasks tasks;
  private final ErrorReports errors = new ErrorReports(this);
  private final DefaultExecutor defaultExecutor = new DefaultExecutor(this);
  private final AsyncGenerators asyncGenerators = new AsyncGenerators(this);
  private final SignalHandlers signalHandlers = new SignalHandlers(this);

  /** Null unless in debug mode. */
  private DebugMode debug;

  private long slowCallbackNanos = 100_000_000;

  /**
   * What the callback or task that runs now sees: a {@link Context}, or, as long as nothing was set
   * in it, the {@link Bindings} that it was given; null for none.
   */
  Object context;

  private volatile boolean closed;

  private EventLoop(Poller poller) {
    turns = new Turns(this, poller);
    tasks = new LoopTasks(this, turns);
    setDebug(DebugMode.byDefault());
  }

  /**
   * Makes a loop. The counterpart of {@code asyncio.new_event_loop}.
   *
   * @return a loop that is not running
   */
  public static EventLoop create() {
    return create(Arguments.notNull(pollers.make(), "the poller of the factory"));
  }

  /**
   * Says how the loops wait that are made from now on without saying so: by {@link #create()}, and
   * so by {@link Asyncio#run(Coroutine)}, {@link Runner} and {@link LoopGroup}. The counterpart of
   * {@code asyncio.set_event_loop_policy}. Any thread may call it.
   *
   * @param factory makes a poller for each loop; {@link PollerFactory#NIO} for the usual kind
   */
  public static void setPollerFactory(PollerFactory factory) {
    pollers = Arguments.notNull(factory, "factory");
  }

  /**
   * Makes a loop that waits, and tells the time, as {@code poller} does.
   *
   * @param poller not used by another loop
   * @return a loop that is not running
   */
  public static EventLoop create(Poller poller) {
    return new EventLoop(Arguments.notNull(poller, "poller"));
  }

  // Running and stopping

  /**
   * Runs until {@link #stop} is called. The counterpart of {@code loop.run_forever}.
   *
   * @throws IllegalStateException if the loop is closed or running, or if another loop runs on this
   *     thread
   */
  public void runForever() {
    checkClosed();
    checkNotRunning();
    turns.run();
  }

  /**
   * Runs until {@code awaitable} is done. The counterpart of {@code loop.run_until_complete}.
   *
   * @param <T> the type of the result
   * @param awaitable a future of this loop, or something to make a task of
   * @return its result; what it fails with is thrown as it is, checked exceptions too
   * @throws IllegalStateException as {@link #runForever}, and if {@link #stop} came first
   */
  public <T> T runUntilComplete(Awaitable<T> awaitable) {
    checkClosed();
    checkNotRunning();
    Future<T> future = Adapter.ensureFuture(awaitable, this);
    if (future.getLoop() != this) {
      throw new WrongLoopException(
          "The future belongs to a different loop: run it with future.getLoop()");
    }
    StopWhenDone whenDone = new StopWhenDone(this);
    future.addDoneCallback(whenDone);
    try {
      runForever();
    } finally {
      future.removeDoneCallback(whenDone);
    }
    if (!future.done()) {
      throw new IllegalStateException(
          "Event loop stopped before Future completed: something called stop(). " + future);
    }
    return future.result();
  }

  /**
   * Ends {@link #runForever} after the present turn: callbacks that are ready run, those that they
   * make ready do not. From another thread: {@code loop.callSoonThreadsafe(loop::stop)}.
   *
   * @throws WrongLoopException on a foreign thread while the loop runs
   */
  public void stop() {
    checkThread();
    turns.stop();
  }

  /**
   * Closes the loop: drops what is ready or scheduled, and lets the default executor end without
   * waiting for it. Tasks that are not done never will be; {@link Asyncio#run(Coroutine)} cancels
   * them first. Does nothing the second time.
   *
   * @throws IllegalStateException if the loop is running
   */
  @Override
  public void close() {
    if (isRunning()) {
      throw new IllegalStateException("Cannot close a running event loop: call stop() first");
    }
    if (closed) {
      return;
    }
    closed = true;
    signalHandlers.removeAll();
    defaultExecutor.close();
    turns.close();
    reportAtClose();
  }

  /**
   * Tells whether a thread is inside {@link #runForever}. Any thread may ask.
   *
   * @return true while the loop runs
   */
  public boolean isRunning() {
    return turns.thread() != null;
  }

  /**
   * Tells whether the loop was closed. Any thread may ask.
   *
   * @return true after {@link #close}
   */
  public boolean isClosed() {
    return closed;
  }

  // Callbacks

  /**
   * The time by the loop's clock.
   *
   * @return nanoseconds since some fixed point, for {@link #callAt}
   */
  public long time() {
    return turns.poller().time();
  }

  /**
   * Has {@code callback} called in the next turn. The counterpart of {@code loop.call_soon}.
   *
   * @param callback called once; what it throws goes to the exception handler
   * @return to withdraw the callback
   * @throws IllegalStateException if the loop is closed
   * @throws WrongLoopException on a foreign thread while the loop runs
   */
  public Handle callSoon(Runnable callback) {
    return callSoon(callback, null);
  }

  /**
   * Has {@code callback} called in the next turn, in a context of the caller's choice. Without one
   * it runs in a copy of the context of whoever schedules it.
   *
   * @param callback called once; what it throws goes to the exception handler
   * @param context what the callback sees and changes; null for a copy of the present one
   * @return to withdraw the callback
   * @throws IllegalStateException if the loop is closed
   * @throws WrongLoopException on a foreign thread while the loop runs
   */
  public Handle callSoon(Runnable callback, Context context) {
    Arguments.notNull(callback, "callback");
    checkClosed();
    checkThread();
    LoopHandle handle = new LoopHandle(Scheduled.in(this, context, callback));
    turns.addCallback(handle);
    return handle;
  }

  /**
   * Has {@code callback} called after some time. The counterpart of {@code loop.call_later}.
   *
   * @param delay zero or less for the next turn
   * @param callback called once; what it throws goes to the exception handler
   * @return to withdraw the callback
   * @throws IllegalStateException if the loop is closed
   * @throws WrongLoopException on a foreign thread while the loop runs
   */
  public TimerHandle callLater(Duration delay, Runnable callback) {
    return callLater(delay, callback, null);
  }

  /**
   * Has {@code callback} called after some time, in a context of the caller's choice.
   *
   * @param delay zero or less for the next turn
   * @param callback called once; what it throws goes to the exception handler
   * @param context what the callback sees and changes; null for a copy of the present one
   * @return to withdraw the callback
   * @throws IllegalStateException if the loop is closed
   * @throws WrongLoopException on a foreign thread while the loop runs
   */
  public TimerHandle callLater(Duration delay, Runnable callback, Context context) {
    return callAt(
        Nanos.after(time(), Nanos.of(Arguments.notNull(delay, "delay"))), callback, context);
  }

  /**
   * Has {@code callback} called at some time. Callbacks for the same time are called in the order
   * in which they were scheduled. The counterpart of {@code loop.call_at}.
   *
   * @param when nanoseconds of the clock of {@link #time()}
   * @param callback called once; what it throws goes to the exception handler
   * @return to withdraw the callback
   * @throws IllegalStateException if the loop is closed
   * @throws WrongLoopException on a foreign thread while the loop runs
   */
  public TimerHandle callAt(long when, Runnable callback) {
    return callAt(when, callback, null);
  }

  /**
   * Has {@code callback} called at some time, in a context of the caller's choice.
   *
   * @param when nanoseconds of the clock of {@link #time()}
   * @param callback called once; what it throws goes to the exception handler
   * @param context what the callback sees and changes; null for a copy of the present one
   * @return to withdraw the callback
   * @throws IllegalStateException if the loop is closed
   * @throws WrongLoopException on a foreign thread while the loop runs
   */
  public TimerHandle callAt(long when, Runnable callback, Context context) {
    Arguments.notNull(callback, "callback");
    checkClosed();
    checkThread();
    LoopTimerHandle handle =
        new LoopTimerHandle(when, Scheduled.in(this, context, callback), turns.timers());
    turns.addTimer(when, handle);
    return handle;
  }

  /**
   * Does what {@link #callSoon} does, from any thread, and wakes the loop up if it waits. The
   * counterpart of {@code loop.call_soon_threadsafe}.
   *
   * @param callback called once, on the loop's thread
   * @return to withdraw the callback, on the loop's thread
   * @throws IllegalStateException if the loop is closed
   */
  public Handle callSoonThreadsafe(Runnable callback) {
    return callSoonThreadsafe(callback, null);
  }

  /**
   * Does what {@link #callSoonThreadsafe(Runnable)} does, in a context of the caller's choice.
   *
   * @param callback called once, on the loop's thread
   * @param context what the callback sees and changes, used nowhere else; null for a copy of the
   *     context of the calling thread
   * @return to withdraw the callback, on the loop's thread
   * @throws IllegalStateException if the loop is closed
   */
  public Handle callSoonThreadsafe(Runnable callback, Context context) {
    Arguments.notNull(callback, "callback");
    LoopHandle handle = new LoopHandle(Scheduled.in(this, context, callback));
    if (!turns.post(handle)) {
      throw closedLoop();
    }
    return handle;
  }

  // Futures and tasks

  /**
   * Makes a future that belongs to this loop. The counterpart of {@code loop.create_future}.
   *
   * @param <T> the type of the result
   * @return a future that is not done
   */
  public <T> Future<T> createFuture() {
    return new LoopFuture<>(this);
  }

  /**
   * Makes a task of a coroutine; its first step is in the loop's next turn. The counterpart of
   * {@code loop.create_task}.
   *
   * @param <T> the type of the result
   * @param coroutine not awaited yet
   * @return the task
   * @throws IllegalStateException if the loop is closed
   * @throws WrongLoopException on a foreign thread while the loop runs
   */
  public <T> Task<T> createTask(Coroutine<T> coroutine) {
    return createTask(coroutine, null);
  }

  /**
   * Makes a task that has a name.
   *
   * @param <T> the type of the result
   * @param coroutine not awaited yet
   * @param name null for one that the task makes up
   * @return the task
   * @throws IllegalStateException if the loop is closed
   * @throws WrongLoopException on a foreign thread while the loop runs
   */
  public <T> Task<T> createTask(Coroutine<T> coroutine, String name) {
    return createTask(coroutine, name, null);
  }

  /**
   * Sets how this loop makes tasks from now on. The counterpart of {@code loop.set_task_factory}.
   *
   * @param factory null for {@link TaskFactory#standard()}
   */
  public void setTaskFactory(TaskFactory factory) {
    checkThread();
    tasks.setFactory(factory);
  }

  /**
   * Returns how this loop makes tasks. The counterpart of {@code loop.get_task_factory}.
   *
   * @return what {@link #setTaskFactory} has set, or {@link TaskFactory#standard()}
   */
  public TaskFactory getTaskFactory() {
    return tasks.factory();
  }

  /**
   * Makes a task that has a name and runs in a context of the caller's choice.
   *
   * @param <T> the type of the result
   * @param coroutine not awaited yet
   * @param name null for one that the task makes up
   * @param context what the task sees and changes; null for a copy of the present one
   * @return the task
   * @throws IllegalStateException if the loop is closed
   * @throws WrongLoopException on a foreign thread while the loop runs
   */
  public <T> Task<T> createTask(Coroutine<T> coroutine, String name, Context context) {
    return tasks.create(coroutine, name, context);
  }

  /**
   * Returns the task whose step runs now. The counterpart of {@code asyncio.current_task}.
   *
   * @return the task, or null inside a callback
   */
  public Task<?> currentTask() {
    return tasks.current();
  }

  /**
   * Lists the tasks that are not done. The counterpart of {@code asyncio.all_tasks}.
   *
   * @return a copy, in the order in which the tasks were made
   */
  public Set<Task<?>> allTasks() {
    checkThread();
    return tasks.pending();
  }

  // Blocking calls

  /**
   * Runs a blocking call on an executor. Cancelling the future leaves the call out if it has not
   * begun; one that has begun goes on, and its outcome is dropped. The counterpart of {@code
   * loop.run_in_executor}.
   *
   * @param <T> the type of the result
   * @param executor where to run it
   * @param callable the call; what it throws comes out of the await as it is
   * @return the future of the call's outcome
   * @throws IllegalStateException if the loop is closed
   * @throws WrongLoopException on a foreign thread while the loop runs
   */
  public <T> Future<T> runInExecutor(Executor executor, Callable<T> callable) {
    Arguments.notNull(executor, "executor");
    Arguments.notNull(callable, "callable");
    checkClosed();
    checkThread();
    ExecutorCall<T> call = new ExecutorCall<>(this, callable);
    executor.execute(call);
    return call;
  }

  /**
   * Runs a blocking call on the default executor: a virtual thread for each call where the JDK has
   * them, otherwise a pool that grows as needed.
   *
   * @param <T> the type of the result
   * @param callable the call; what it throws comes out of the await as it is
   * @return the future of the call's outcome
   * @throws IllegalStateException if the loop is closed, or after {@link #shutdownDefaultExecutor}
   * @throws WrongLoopException on a foreign thread while the loop runs
   */
  public <T> Future<T> runInExecutor(Callable<T> callable) {
    checkClosed();
    checkThread();
    return runInExecutor(defaultExecutor.get(), callable);
  }

  /**
   * Sets where blocking calls go that name no executor. The loop shuts it down at its end. The
   * counterpart of {@code loop.set_default_executor}.
   *
   * @param executor an executor that this loop may shut down
   */
  public void setDefaultExecutor(ExecutorService executor) {
    checkThread();
    defaultExecutor.set(Arguments.notNull(executor, "executor"));
  }

  /**
   * Closes the async generators that were started in this loop and are still open. The counterpart
   * of {@code loop.shutdown_asyncgens}; {@code Asyncio.run} does it in the end.
   *
   * <p>What their {@code finally} blocks throw goes to the exception handler. Generators that the
   * garbage collector has found before are not among them.
   *
   * @return a coroutine to be awaited
   */
  public Coroutine<Void> shutdownAsyncgens() {
    return asyncGenerators.shutdown();
  }

  /**
   * Shuts the default executor down and waits for the calls that have begun. The counterpart of
   * {@code loop.shutdown_default_executor}.
   *
   * @return a coroutine to be awaited
   */
  public Coroutine<Void> shutdownDefaultExecutor() {
    return defaultExecutor.shutdown(null);
  }

  /**
   * Shuts the default executor down and waits for the calls that have begun, but not longer than
   * some time. If it is over, a warning is logged and the calls are left running. The time is real
   * time also where the loop has another clock.
   *
   * @param limit how long; zero not to wait at all
   * @return a coroutine to be awaited
   */
  public Coroutine<Void> shutdownDefaultExecutor(Duration limit) {
    return defaultExecutor.shutdown(Nanos.checkDelay(limit, "limit"));
  }

  // Signals

  /**
   * Has {@code callback} called in the loop when the operating system sends this process a signal.
   * It takes the place of the loop's handler for the same signal, if there is one, and of what the
   * JVM does otherwise. Closing the loop takes it away. The counterpart of {@code
   * loop.add_signal_handler}.
   *
   * <p>Signals belong to the process: where several loops have a handler for the same one, the last
   * that was added is called. A process that was started ignoring a signal, with {@code nohup} or
   * in the background, does not get it at all; that is logged.
   *
   * @param signal as {@code "INT"} or {@code "SIGINT"}
   * @param callback what it throws goes to the exception handler
   * @throws IllegalArgumentException if there is no such signal, or it cannot be handled, as {@code
   *     "KILL"}
   * @throws UnsupportedOperationException if the run-time image lacks the module {@code
   *     jdk.unsupported}, through which the JVM offers signals
   * @throws IllegalStateException if the loop is closed
   */
  public void addSignalHandler(String signal, Runnable callback) {
    Arguments.notNull(signal, "signal");
    Arguments.notNull(callback, "callback");
    checkClosed();
    checkThread();
    signalHandlers.add(signal, callback);
  }

  /**
   * Takes a handler of this loop away; what was there before is in force again. The counterpart of
   * {@code loop.remove_signal_handler}.
   *
   * @param signal as {@code "INT"} or {@code "SIGINT"}
   * @return false if there was none
   */
  public boolean removeSignalHandler(String signal) {
    checkThread();
    return signalHandlers.remove(Arguments.notNull(signal, "signal"));
  }

  // Errors

  /**
   * Returns what {@link #setExceptionHandler} has set.
   *
   * @return the handler, or null for the default
   */
  public ExceptionHandler getExceptionHandler() {
    return errors.handler();
  }

  /**
   * Sets who gets the exceptions that nobody awaits. The counterpart of {@code
   * loop.set_exception_handler}.
   *
   * @param handler null for {@link #defaultExceptionHandler}
   */
  public void setExceptionHandler(ExceptionHandler handler) {
    checkThread();
    errors.setHandler(handler);
  }

  /**
   * Hands an error to the exception handler. Never throws. The counterpart of {@code
   * loop.call_exception_handler}.
   *
   * @param context what happened
   */
  public void callExceptionHandler(ErrorContext context) {
    errors.report(Arguments.notNull(context, "context"));
  }

  /**
   * Logs the error with {@link System.Logger}. The counterpart of {@code
   * loop.default_exception_handler}.
   *
   * @param context what happened
   */
  public void defaultExceptionHandler(ErrorContext context) {
    errors.log(Arguments.notNull(context, "context"));
  }

  // Looking into it

  /**
   * Tells whether the loop is in debug mode.
   *
   * @return true if it is
   */
  public boolean getDebug() {
    return debug != null;
  }

  /**
   * Switches debug mode on or off. New loops have it if the system property {@code jasyncio.debug}
   * is {@code true}, or the environment variable {@code JASYNCIO_DEBUG} is not empty. The
   * counterpart of {@code loop.set_debug}.
   *
   * <p>In debug mode the exception handler is told of coroutines that were made on this loop and
   * never awaited, and of exceptions that nobody has asked for, as soon as the garbage collector
   * finds them, and at the latest when the loop is closed. Reports say where a coroutine, task or
   * callback was made. Callbacks and steps that take long are logged. All this costs time; without
   * debug mode it costs nothing.
   *
   * @param enabled whether to look closely
   */
  public void setDebug(boolean enabled) {
    checkThread();
    if (enabled && debug == null) {
      debug = DebugMode.begin(this);
    } else if (!enabled && debug != null) {
      debug.end();
      debug = null;
    }
  }

  /**
   * Returns from which duration on a callback or a task's step is slow.
   *
   * @return 100 milliseconds unless set otherwise
   */
  public Duration getSlowCallbackDuration() {
    return Duration.ofNanos(slowCallbackNanos);
  }

  /**
   * Sets from which duration on debug mode logs a callback or a task's step as slow. The
   * counterpart of {@code loop.slow_callback_duration}.
   *
   * @param duration by the loop's clock
   */
  public void setSlowCallbackDuration(Duration duration) {
    slowCallbackNanos = Nanos.of(Arguments.notNull(duration, "duration"));
  }

  /**
   * Describes the tasks that are not done, as a tree: below each task those that it awaits, with
   * their names, what they wait for, and the awaits where they stand. The counterpart of {@code
   * python -m asyncio pstree}.
   *
   * <p>Any thread may ask. A loop that is running answers on its own thread, between two callbacks;
   * if it does not within a second, the text says where its thread stands instead.
   *
   * @return several lines of text, for people
   */
  public String dump() {
    Thread owner = turns.thread();
    if (owner == null || owner == Thread.currentThread()) {
      return TaskTree.of(this, allTasks(), sleepTimes());
    }
    return RemoteDump.of(this, owner);
  }

  // For the runtime

  /** What the loop's connections share; throws where the poller watches no sockets. */
  LoopIo io() {
    return turns.io();
  }

  LoopTasks tasks() {
    return tasks;
  }

  AsyncGenerators asyncGenerators() {
    return asyncGenerators;
  }

  ErrorReports errors() {
    return errors;
  }

  /** For outcomes that nobody can receive any more once the loop is closed. */
  void callSoonThreadsafeUnlessClosed(Runnable callback) {
    boolean unused = postUnlessClosed(callback);
  }

  /** As {@link #callSoonThreadsafe}; false where that would throw, as the loop is closed. */
  boolean postUnlessClosed(Runnable callback) {
    return turns.post(new LoopHandle(callback));
  }

  /** Appends to the ready queue; on the loop's thread. */
  void enqueue(Ready item) {
    turns.add(item);
  }

  /** Puts a timer into the heap; on the loop's thread. */
  void schedule(long when, Timed timer) {
    turns.addTimer(when, timer);
  }

  /** A timer in the heap was cancelled. */
  void timerCancelled() {
    turns.timers().noteCancelled();
  }

  /** A task in the heap sleeps no longer. */
  void sleeperLeft() {
    turns.timers().letGoOfCancelled();
  }

  SleepTimes sleepTimes() {
    return new SleepTimes(time(), turns.timers().dueTimes());
  }

  /** Null unless in debug mode. */
  DebugMode debugMode() {
    return debug;
  }

  long slowCallbackNanos() {
    return slowCallbackNanos;
  }

  /** A copy of the present context, for what is being scheduled; null if it is empty. */
  Bindings snapshotOfContext() {
    return isLoopThread() ? Context.snapshotOf(context) : Context.snapshot();
  }

  boolean isLoopThread() {
    return turns.isOwnThread();
  }

  /** Throws if the loop runs on another thread. */
  void checkThread() {
    turns.checkThread();
  }

  private void reportAtClose() {
    for (Task<?> task : tasks.pending()) {
      errors.pendingAtClose(task, debug);
    }
    if (debug != null) {
      debug.reportAll();
      setDebug(false);
    }
  }

  void checkClosed() {
    if (closed) {
      throw closedLoop();
    }
  }

  private static IllegalStateException closedLoop() {
    return new IllegalStateException("Event loop is closed: create a new one");
  }

  private void checkNotRunning() {
    if (isRunning()) {
      throw new IllegalStateException(
          "This event loop is already running: await, or create a task, instead of running it");
    }
    if (CurrentLoop.runningOrNull() != null) {
      throw new IllegalStateException(
          "Cannot run the event loop while another loop is running on this thread: await, or create"
              + " a task there, or use another thread");
    }
  }

  @Override
  public String toString() {
    String state = closed ? "closed" : isRunning() ? "running" : "not running";
    return "EventLoop (" + state + ")";
  }
}
