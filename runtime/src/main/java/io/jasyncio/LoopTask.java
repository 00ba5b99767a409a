package io.jasyncio;

import io.jasyncio.codegen.Failure;
import io.jasyncio.codegen.Suspendable;
import io.jasyncio.codegen.Suspension;
import io.jasyncio.internal.Arguments;
import io.jasyncio.internal.Nanos;
import io.jasyncio.internal.WaitingTask;
import io.jasyncio.internal.Waker;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A task: the future of its outcome and the execution of its coroutine in one object, which is also
 * its own entry in the ready queue. While it sleeps it is its own timer, too. It fits into 64
 * bytes.
 *
 * <p>While the task is not done it is in one of three states, as in asyncio:
 *
 * <ol>
 *   <li>{@link #waitsFor} is set and not over: the task is in nobody's queue;
 *   <li>{@link #waitsFor} is null or over: the task is in the ready queue;
 *   <li>it is the loop's current task: a step is on the Java stack.
 * </ol>
 *
 * <p>A sleep takes two turns to wake up, as in asyncio: in the first its timer rings, in the second
 * the task goes on.
 *
 * <pre>{@code
 * sleep        due                  rings               goes on
 * ----> IN_HEAP ----> RINGING, queued ----> queued again ---->
 *    waitsFor == this                 waitsFor == null
 * }</pre>
 *
 * <p>A cancelled sleep leaves its timer behind in the heap; until that is gone, other sleeps have a
 * {@link SleepTimer}.
 */
final class LoopTask<T> extends LoopFuture<T> implements Task<T>, Timed, WaitingTask {

  // Flags; they share a byte, so that the task stays within its 64 bytes.

  /** A cancellation is to be delivered in the next step; nothing else told the task about it. */
  private static final byte MUST_CANCEL = 1;

  /** This is in the timer heap. */
  private static final byte IN_HEAP = 2;

  /** This is in the ready queue as a timer that is due. */
  private static final byte RINGING = 4;

  private final Coroutine<T> coroutine;
  private final int number;

  /** Null for the name that is made of the number. */
  private String name;

  /** The task itself while it sleeps. */
  private Waker waitsFor;

  /** Stops counting at the largest number: a short, so that the task stays within its 64 bytes. */
  private short cancelRequests;

  /** What the task sees in its next step; as {@link EventLoop#context}. */
  Object context;

  private byte flags;

  /** The neighbours in the loop's {@link TaskList}. */
  LoopTask<?> previous;

  LoopTask<?> next;

  @org.jetbrains.annotations.Async.Schedule
  LoopTask(EventLoop loop, Coroutine<T> coroutine, String name, Object context) {
    super(loop);
    this.coroutine = coroutine;
    this.name = name;
    this.context = context;
    number = loop.tasks().nextNumber();
  }

  @Override
  public String getName() {
    return name != null ? name : "Task-" + number;
  }

  @Override
  public void setName(String name) {
    this.name = Arguments.notNull(name, "name");
  }

  @Override
  public Coroutine<T> getCoro() {
    return coroutine;
  }

  @Override
  public Context getContext() {
    boolean running = loop.currentTask() == this;
    Object seen = running ? loop.context : context;
    if (seen instanceof Context own) {
      return own;
    }
    Context own = new Context(Bindings.of(seen));
    if (running) {
      loop.context = own;
    } else {
      context = own;
    }
    return own;
  }

  @Override
  public List<StackTraceElement> getStack() {
    if (loop.currentTask() == this) {
      List<StackTraceElement> running = RunningStack.ofCurrentTask();
      return innermost() == null
          ? running
          : Stream.concat(running.stream(), coroutine.stack(innermost()).stream()).toList();
    }
    if (done()) {
      return failure() == null ? List.of() : List.of(failure().getStackTrace());
    }
    return coroutine.stack(innermost());
  }

  @Override
  public void printStack(PrintStream out) {
    StringBuilder text =
        new StringBuilder("Stack of " + title() + ", " + activity(loop.sleepTimes()));
    getStack().forEach(frame -> text.append("\n    at ").append(frame));
    out.println(text);
  }

  /** How a dump names the task. */
  String title() {
    return "Task '" + getName() + "'";
  }

  /** What the task does, in the words of a dump. */
  String activity(SleepTimes sleeps) {
    if (done()) {
      return describeState();
    }
    if (loop.currentTask() == this) {
      return "is running";
    }
    if (innermost() == null && coroutine.isUnused()) {
      return "has not started";
    }
    if (waitsFor == null || is(MUST_CANCEL)) {
      return "is ready to go on";
    }
    return waitsFor == this || waitsFor instanceof SleepTimer
        ? sleeps.describe((Timed) waitsFor)
        : waitsFor.describeWait();
  }

  @Override
  public int cancelling() {
    return cancelRequests;
  }

  @Override
  public int uncancel() {
    if (cancelRequests > 0) {
      cancelRequests--;
      if (cancelRequests == 0) {
        clear(MUST_CANCEL);
      }
    }
    return cancelRequests;
  }

  @Override
  public boolean cancel(String message) {
    if (done()) {
      return false;
    }
    loop.checkThread();
    if (cancelRequests < Short.MAX_VALUE) {
      cancelRequests++;
    }
    if (waitsFor == null || !cancelWait(message)) {
      set(MUST_CANCEL);
      setPendingCancelMessage(message);
    }
    return true;
  }

  /** Returns false if the wait was over already. */
  private boolean cancelWait(String message) {
    if (waitsFor != this) {
      // Keep it: it may be a task that catches the cancellation and must be cancelled again.
      return waitsFor.cancel(message);
    }
    leaveTimer();
    waitsFor = new CancelledWait(message);
    loop.enqueue(this);
    return true;
  }

  private void leaveTimer() {
    waitsFor = null;
    if (is(IN_HEAP)) {
      loop.sleeperLeft();
    }
  }

  @Override
  public void setResult(T value) {
    throw new UnsupportedOperationException(
        "Task does not support setResult: its coroutine returns the result");
  }

  @Override
  public void setException(Throwable failure) {
    throw new UnsupportedOperationException(
        "Task does not support setException: its coroutine throws the exception");
  }

  /** Runs one step: from here to the next suspension, or to the end. */
  @Override
  @org.jetbrains.annotations.Async.Execute
  public void takeTurn() {
    if (isRinging()) {
      ring();
    } else {
      runStep(null, null);
    }
  }

  /** Runs the first step inside the step that makes the task. */
  void startAtOnce() {
    runStep(loop.tasks().current(), loop.context);
  }

  /**
   * Runs a step inside {@code outer}'s, or inside nobody's. Mostly there are no contexts; comparing
   * is cheaper than storing, of which collectors keep books.
   */
  private void runStep(LoopTask<?> outer, Object outerContext) {
    loop.tasks().setCurrent(this);
    if (loop.context != context) {
      loop.context = context;
    }
    try {
      Object outcome = outcomeOfWait();
      if (outcome != Suspension.SUSPENDED) {
        deliver(outcome);
        advance();
      }
    } finally {
      Object left = loop.context;
      if (left != context) {
        context = left;
      }
      if (left != outerContext) {
        loop.context = outerContext;
      }
      loop.tasks().setCurrent(outer);
    }
    if (done()) {
      loop.tasks().forget(this);
    }
  }

  /** True if its next turn is that of its timer, and no step. */
  boolean isRinging() {
    return is(RINGING);
  }

  private void ring() {
    clear(RINGING);
    if (waitsFor == this) {
      waitsFor = null;
      loop.enqueue(this);
    }
  }

  /** True for a timer that was left behind. */
  @Override
  public boolean isLeftBehind() {
    return waitsFor != this;
  }

  @Override
  public void unscheduled() {
    clear(IN_HEAP);
    if (waitsFor == this) {
      set(RINGING);
    }
  }

  @Override
  public void wakeUp() {
    loop.checkThread();
    loop.enqueue(this);
  }

  private Object outcomeOfWait() {
    Waker over = waitsFor;
    if (over == null) {
      return null;
    }
    Object outcome = over.outcome(is(MUST_CANCEL));
    if (outcome != Suspension.SUSPENDED) {
      waitsFor = null;
    }
    return outcome;
  }

  private void advance() {
    Object outcome;
    try {
      outcome = step();
    } catch (CancelledError error) {
      endCancelled(error);
      return;
    } catch (Throwable failure) {
      fail(failure);
      return;
    }
    if (outcome == Suspension.SUSPENDED) {
      suspended();
    } else if (is(MUST_CANCEL)) {
      // Cancelled in its last step, by itself or by what it called.
      super.cancel(pendingCancelMessage());
    } else {
      succeed(outcome);
    }
  }

  private Object step() throws Throwable {
    boolean started = innermost() != null;
    if (is(MUST_CANCEL)) {
      clear(MUST_CANCEL);
      if (!(delivered() instanceof Failure failure && failure.cause() instanceof CancelledError)) {
        CancelledError error = new CancelledError(pendingCancelMessage());
        if (!started) {
          coroutine.discard();
          throw error;
        }
        deliver(new Failure(error));
      }
    }
    return started ? resume() : start(coroutine);
  }

  private void suspended() {
    if (waitsFor == null) {
      loop.enqueue(this);
      return;
    }
    if (waitsFor != this) {
      waitsFor.wakes(this);
    }
    if (is(MUST_CANCEL) && cancelWait(pendingCancelMessage())) {
      clear(MUST_CANCEL);
    }
  }

  @Override
  protected Suspendable adapt(Object awaited) {
    return Adapter.adapt(awaited, loop);
  }

  @Override
  protected void waitFor(Suspendable awaited) {
    if (awaited instanceof LoopFuture<?> future) {
      checkMayAwait(future);
      waitsFor = future;
    } else {
      waitsFor = (Waker) awaited;
    }
  }

  @Override
  protected Object sleep(Duration delay) {
    long nanos = Nanos.ofDelay(delay, "delay");
    if (nanos > 0) {
      long when = Nanos.after(loop.time(), nanos);
      if (is(IN_HEAP)) {
        SleepTimer timer = new SleepTimer(this);
        loop.schedule(when, timer);
        waitsFor = timer;
      } else {
        loop.schedule(when, this);
        set(IN_HEAP);
        waitsFor = this;
      }
    }
    return Suspension.SUSPENDED;
  }

  @Override
  protected void forgetWait() {
    if (waitsFor == this) {
      leaveTimer();
    } else if (waitsFor != null) {
      waitsFor.abandon();
      waitsFor = null;
    }
  }

  private boolean is(byte flag) {
    return (flags & flag) != 0;
  }

  private void set(byte flag) {
    flags |= flag;
  }

  private void clear(byte flag) {
    flags &= (byte) ~flag;
  }

  private void checkMayAwait(LoopFuture<?> future) {
    if (future == this) {
      throw new IllegalStateException(
          "Task cannot await on itself: " + this + ". It would wait for ever");
    }
    if (future.loop != loop) {
      throw new WrongLoopException(
          "%s got %s attached to a different loop. Await it in its own loop, or through"
                  .formatted(this, future)
              + " toCompletableFuture()");
    }
  }

  @Override
  public String toString() {
    String state = !done() && cancelRequests > 0 ? "cancelling" : describeState();
    return "Task '" + getName() + "' (" + state + ") of " + coroutine;
  }
}
