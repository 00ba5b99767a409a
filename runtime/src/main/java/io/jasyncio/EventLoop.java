package io.jasyncio;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * loop is not running, for one thread at a time.
 */
public final class EventLoop implements AutoCloseable {

  private static final Logger LOGGER = System.getLogger(EventLoop.class.getName());
  private static final ThreadLocal<EventLoop> RUNNING = new ThreadLocal<>();

  private final Poller poller;
  private final ReadyQueue ready = new ReadyQueue();
  private final TimerHeap timers = new TimerHeap();
  private final Inbox inbox = new Inbox();
  private final TaskList tasks = new TaskList();
  private final DefaultExecutor defaultExecutor = new DefaultExecutor(this);
  private final SignalHandlers signalHandlers = new SignalHandlers(this);
  private TaskFactory taskFactory = TaskFactory.standard();
  private ExceptionHandler exceptionHandler;

  /** Null unless in debug mode. */
  private DebugMode debug;

  private long slowCallbackNanos = 100_000_000;

  /**
   * What the callback or task that runs now sees: a {@link Context}, or, as long as nothing was set
   * in it, the {@link Bindings} that it was given; null for none.
   */
  Object context;

  private LoopTask<?> currentTask;
  private boolean stopping;
  private boolean interrupted;

  /** Null while the loop is not running. */
  private volatile Thread thread;

  private volatile boolean closed;

  private EventLoop(Poller poller) {
    this.poller = poller;
    setDebug(DebugMode.byDefault());
  }

  /**
   * Makes a loop. The counterpart of {@code asyncio.new_event_loop}.
   *
   * @return a loop that is not running
   */
  public static EventLoop create() {
    return create(new ParkPoller());
  }

  /**
   * Makes a loop that waits, and tells the time, as {@code poller} does.
   *
   * @param poller not used by another loop
   * @return a loop that is not running
   */
  public static EventLoop create(Poller poller) {
    return new EventLoop(Objects.requireNonNull(poller, "poller"));
  }

  /** The loop that runs on this thread, or null. */
  static EventLoop current() {
    return RUNNING.get();
  }

  /** The loop that runs on this thread. */
  static EventLoop running() {
    EventLoop loop = RUNNING.get();
    if (loop == null) {
      throw noRunningLoop();
    }
    return loop;
  }

  static IllegalStateException noRunningLoop() {
    return new IllegalStateException(
        "no running event loop: call this from a coroutine or a callback, below Asyncio.run(...)");
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
    thread = Thread.currentThread();
    RUNNING.set(this);
    try {
      do {
        runOnce();
      } while (!stopping);
    } finally {
      stopping = false;
      thread = null;
      RUNNING.remove();
      restoreInterrupt();
    }
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
   */
  public void stop() {
    stopping = true;
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
    inbox.close();
    ready.clear();
    timers.clear();
    defaultExecutor.close();
    poller.close();
    reportAtClose();
  }

  /**
   * Tells whether a thread is inside {@link #runForever}. Any thread may ask.
   *
   * @return true while the loop runs
   */
  public boolean isRunning() {
    return thread != null;
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
    return poller.time();
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
    Objects.requireNonNull(callback, "callback");
    checkClosed();
    checkThread();
    LoopHandle handle = new LoopHandle(inContext(callback, context));
    if (!isRunning()) {
      // What callSoonThreadsafe was given before comes first, as it does while the loop runs.
      inbox.drainTo(ready);
    }
    ready.add(handle);
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
    return callAt(Nanos.after(time(), Nanos.of(delay)), callback, context);
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
    Objects.requireNonNull(callback, "callback");
    checkClosed();
    checkThread();
    LoopTimerHandle handle = new LoopTimerHandle(when, inContext(callback, context), timers);
    timers.add(when, handle);
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
    Objects.requireNonNull(callback, "callback");
    LoopHandle handle = new LoopHandle(inContext(callback, context));
    if (!post(handle)) {
      throw closedLoop();
    }
    return handle;
  }

  /** The callback itself, unless there is something to be noted beside it. */
  private Runnable inContext(Runnable callback, Context chosen) {
    Object seen = chosen != null ? chosen : snapshotOfContext();
    if (debug != null) {
      return new Scheduled(this, seen, callback, CallSite.ofCaller());
    }
    return seen == null ? callback : new Scheduled(this, seen, callback, List.of());
  }

  /** For outcomes that nobody can receive any more once the loop is closed. */
  void callSoonThreadsafeUnlessClosed(Runnable callback) {
    boolean unused = post(new LoopHandle(callback));
  }

  private boolean post(LoopHandle handle) {
    if (isLoopThread()) {
      ready.add(handle);
      return true;
    }
    Inbox.Put put = inbox.put(handle);
    if (put == Inbox.Put.WAKE_UP) {
      poller.wakeup();
    }
    return put != Inbox.Put.REFUSED;
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
    return createTaskIn(null, coroutine, name);
  }

  private <T> Task<T> createTaskIn(Context context, Coroutine<T> coroutine, String name) {
    Objects.requireNonNull(coroutine, "coroutine");
    if (closed && coroutine.isUnused()) {
      // It is not to be reported as never awaited: its maker gets the exception below.
      coroutine.close();
    }
    checkClosed();
    checkThread();
    return Objects.requireNonNull(
        taskFactory.createTask(this, coroutine, name, context),
        "The task factory returned null: let it return the task that it has made");
  }

  /**
   * Sets how this loop makes tasks from now on. The counterpart of {@code loop.set_task_factory}.
   *
   * @param factory null for {@link TaskFactory#standard()}
   */
  public void setTaskFactory(TaskFactory factory) {
    taskFactory = factory == null ? TaskFactory.standard() : factory;
  }

  /**
   * Returns how this loop makes tasks. The counterpart of {@code loop.get_task_factory}.
   *
   * @return what {@link #setTaskFactory} has set, or {@link TaskFactory#standard()}
   */
  public TaskFactory getTaskFactory() {
    return taskFactory;
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
    return createTaskIn(context, coroutine, name);
  }

  /**
   * Returns the task whose step runs now. The counterpart of {@code asyncio.current_task}.
   *
   * @return the task, or null inside a callback
   */
  public Task<?> currentTask() {
    return currentTask;
  }

  /**
   * Lists the tasks that are not done. The counterpart of {@code asyncio.all_tasks}.
   *
   * @return a copy, in the order in which the tasks were made
   */
  public Set<Task<?>> allTasks() {
    return tasks.toSet();
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
   */
  public <T> Future<T> runInExecutor(Executor executor, Callable<T> callable) {
    Objects.requireNonNull(executor, "executor");
    Objects.requireNonNull(callable, "callable");
    checkClosed();
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
   * @throws IllegalStateException after {@link #shutdownDefaultExecutor}
   */
  public <T> Future<T> runInExecutor(Callable<T> callable) {
    checkClosed();
    return runInExecutor(defaultExecutor.get(), callable);
  }

  /**
   * Sets where blocking calls go that name no executor. The loop shuts it down at its end. The
   * counterpart of {@code loop.set_default_executor}.
   *
   * @param executor an executor that this loop may shut down
   */
  public void setDefaultExecutor(ExecutorService executor) {
    defaultExecutor.set(Objects.requireNonNull(executor, "executor"));
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
   * that was added is called.
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
    Objects.requireNonNull(signal, "signal");
    Objects.requireNonNull(callback, "callback");
    checkClosed();
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
    return signalHandlers.remove(Objects.requireNonNull(signal, "signal"));
  }

  // Errors

  /**
   * Returns what {@link #setExceptionHandler} has set.
   *
   * @return the handler, or null for the default
   */
  public ExceptionHandler getExceptionHandler() {
    return exceptionHandler;
  }

  /**
   * Sets who gets the exceptions that nobody awaits. The counterpart of {@code
   * loop.set_exception_handler}.
   *
   * @param handler null for {@link #defaultExceptionHandler}
   */
  public void setExceptionHandler(ExceptionHandler handler) {
    exceptionHandler = handler;
  }

  /**
   * Hands an error to the exception handler. Never throws. The counterpart of {@code
   * loop.call_exception_handler}.
   *
   * @param context what happened
   */
  public void callExceptionHandler(ErrorContext context) {
    ExceptionHandler handler = exceptionHandler;
    if (handler == null) {
      defaultExceptionHandler(context);
      return;
    }
    try {
      handler.handle(this, context);
    } catch (Throwable failure) {
      defaultExceptionHandler(
          new ErrorContext(
              "Unhandled error in exception handler", failure, Map.of("context", context)));
    }
  }

  /**
   * Logs the error with {@link System.Logger}. The counterpart of {@code
   * loop.default_exception_handler}.
   *
   * @param context what happened
   */
  public void defaultExceptionHandler(ErrorContext context) {
    try {
      StringBuilder text = new StringBuilder(context.message());
      context.details().forEach((name, value) -> text.append('\n').append(name + ": " + value));
      LOGGER.log(Level.ERROR, text.toString(), context.exception());
    } catch (Throwable failure) {
      // What is described is the user's, and may fail to describe itself.
      LOGGER.log(
          Level.ERROR, "Exception in default exception handler: " + context.message(), failure);
    }
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
    slowCallbackNanos = Nanos.of(duration);
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
    Thread owner = thread;
    if (owner == null || owner == Thread.currentThread()) {
      return TaskTree.of(this, allTasks());
    }
    return RemoteDump.of(this, owner);
  }

  // For the runtime

  /**
   * Makes a task.
   *
   * @param context null for a copy of the current one
   * @param atOnce true to run its first step now, inside whatever runs now
   */
  <T> Task<T> newTask(Coroutine<T> coroutine, String name, Context context, boolean atOnce) {
    Objects.requireNonNull(coroutine, "coroutine");
    checkClosed();
    checkThread();
    Object seen = context != null ? context : snapshotOfContext();
    LoopTask<T> task = new LoopTask<>(this, coroutine, name, seen);
    if (debug != null) {
      debug.made(task);
    }
    tasks.add(task);
    if (atOnce) {
      task.takeTurn();
    } else {
      ready.add(task);
    }
    return task;
  }

  /** Appends to the ready queue; on the loop's thread. */
  void enqueue(Ready item) {
    ready.add(item);
  }

  /** Puts a timer into the heap; on the loop's thread. */
  void schedule(long when, Timed timer) {
    timers.add(when, timer);
  }

  /** A timer in the heap was cancelled. */
  void timerCancelled() {
    timers.noteCancelled();
  }

  /** A step of {@code task} begins; returns the task around it, which makes an eager one. */
  LoopTask<?> enter(LoopTask<?> task) {
    LoopTask<?> outer = currentTask;
    currentTask = task;
    return outer;
  }

  void leave(LoopTask<?> outer) {
    currentTask = outer;
  }

  /** The task is done. */
  void forget(LoopTask<?> task) {
    tasks.remove(task);
    if (debug != null) {
      debug.done(task);
    }
  }

  /** Null unless in debug mode. */
  DebugMode debugMode() {
    return debug;
  }

  /** A copy of the present context, for what is being scheduled; null if it is empty. */
  Bindings snapshotOfContext() {
    return isLoopThread() ? Context.snapshotOf(context) : Context.snapshot();
  }

  boolean isLoopThread() {
    return thread == Thread.currentThread();
  }

  /** Throws if the loop runs on another thread. */
  void checkThread() {
    Thread owner = thread;
    if (owner != null && owner != Thread.currentThread()) {
      throw new WrongLoopException(
          "The event loop runs on %s, this is %s. Use callSoonThreadsafe or runCoroutineThreadsafe"
              .formatted(owner, Thread.currentThread()));
    }
  }

  private void runOnce() {
    timers.dropCancelled();
    poll();
    inbox.drainTo(ready);
    if (!timers.isEmpty()) {
      timers.moveDue(time(), ready);
    }
    // What these make ready is for the next turn.
    for (int turns = ready.size(); turns > 0; turns--) {
      run(ready.remove());
    }
    if (debug != null) {
      debug.reportCollected();
    }
  }

  private void run(Ready item) {
    try {
      if (debug == null) {
        item.takeTurn();
      } else {
        debug.takeTurn(item, slowCallbackNanos);
      }
    } catch (Throwable failure) {
      callExceptionHandler(callbackFailed(item, failure));
    }
    context = null;
  }

  private static ErrorContext callbackFailed(Ready item, Throwable failure) {
    Map<String, Object> details = new HashMap<>();
    details.put("handle", item);
    if (item instanceof LoopHandle handle && !handle.madeAt().isEmpty()) {
      details.put("created at", CallSite.format(handle.madeAt()));
    }
    return new ErrorContext("Exception in " + item, failure, details);
  }

  private void reportAtClose() {
    for (Task<?> task : tasks.toSet()) {
      Map<String, Object> details = new HashMap<>();
      details.put("task", task);
      List<StackTraceElement> stack = task.getStack();
      if (!stack.isEmpty()) {
        details.put("waits", CallSite.format(stack));
      }
      if (debug != null) {
        details.put("created at", CallSite.format(debug.madeAt((LoopTask<?>) task)));
      }
      callExceptionHandler(
          new ErrorContext("Task was destroyed but it is pending!", null, details));
    }
    if (debug != null) {
      debug.reportAll();
      setDebug(false);
    }
  }

  private void poll() {
    long wait = nanosToWait();
    if (wait == 0 || !inbox.announceWait()) {
      poller.poll(0);
      return;
    }
    // An interrupted thread cannot wait. The interrupt is for whoever runs the loop.
    interrupted |= Thread.interrupted();
    poller.poll(wait);
    interrupted |= Thread.interrupted();
  }

  private long nanosToWait() {
    if (stopping || !ready.isEmpty()) {
      return 0;
    }
    return timers.isEmpty() ? Poller.FOREVER : Math.max(0, timers.earliest() - time());
  }

  private void restoreInterrupt() {
    if (interrupted) {
      interrupted = false;
      Thread.currentThread().interrupt();
    }
  }

  private void checkClosed() {
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
    if (RUNNING.get() != null) {
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
