package io.jasyncio.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * One activation of an async method: where it stands and, in the fields of the generated subclass,
 * what it needs to go on. The processor generates a subclass for each async method.
 *
 * <p>A machine made by calling the method is a coroutine that has not started. A machine made by a
 * body that was called directly, and that had to suspend, starts its life in the middle.
 */
public abstract class StateMachine extends Suspendable {

  /** Called, not yet awaited; the first resumption enters the body at its beginning. */
  static final int CREATED = 0;

  /** The body is on the Java stack. */
  static final int RUNNING = -1;

  /** The body has returned or thrown. */
  static final int FINISHED = -2;

  /** One of the constants above, or the number of the suspension point where the body stands. */
  int state;

  /** The machine that awaits this one, which goes on when this one ends; null for the outermost. */
  StateMachine awaiter;

  /** For generated subclasses. */
  protected StateMachine() {}

  /**
   * Goes on with the body from {@link #state} until it ends or suspends again.
   *
   * @param execution the execution this machine belongs to; after a suspension it hands over the
   *     outcome of what was awaited, which is to be taken with {@link Suspension#resumed}
   * @return the body's result or {@link Suspension#SUSPENDED}
   * @throws Throwable what the body throws
   */
  protected abstract Object resume(Execution execution) throws Throwable;

  /** Starts the body inside the frame that awaits it. */
  @Override
  protected final Object await(Execution execution) throws Throwable {
    claim();
    return run(execution);
  }

  /**
   * Tells whether the coroutine is untouched.
   *
   * @return true until it is first awaited, run as a task, or closed
   */
  protected final boolean isCreated() {
    return state == CREATED;
  }

  /**
   * Tells whether the coroutine waits.
   *
   * @return true while it stands at a suspension point
   */
  protected final boolean isSuspended() {
    return state > CREATED;
  }

  /**
   * Tells whether the coroutine runs.
   *
   * @return true while the body is on the Java stack
   */
  protected final boolean isRunning() {
    return state == RUNNING;
  }

  /**
   * Tells whether the coroutine is over.
   *
   * @return true once the body has returned or thrown, or the coroutine was closed
   */
  protected final boolean isFinished() {
    return state == FINISHED;
  }

  /**
   * Returns the machine that awaits this suspended one.
   *
   * @return the awaiter, or null for the outermost
   */
  protected final StateMachine awaiter() {
    return awaiter;
  }

  /** Marks the coroutine as over without running it. */
  protected final void abandon() {
    used();
    state = FINISHED;
  }

  /**
   * Makes the exception for a second use; the public coroutine class words it.
   *
   * @return the exception to throw
   */
  protected abstract RuntimeException reused();

  /**
   * Where in the source the body stands while it is suspended: class, method, file and line.
   *
   * @return the await's place, the method's beginning before the start, or null if it is not known
   */
  protected final StackTraceElement location() {
    return state < CREATED ? null : locationOf(state);
  }

  /**
   * Where in the source a state stands. Generated classes know it.
   *
   * @param state 0 for the beginning, or the number of a suspension point
   * @return the place, or null if it is not known
   */
  protected StackTraceElement locationOf(int state) {
    return null;
  }

  /** Makes sure that this coroutine is used once. */
  final void claim() {
    if (state != CREATED) {
      throw reused();
    }
    used();
  }

  /** Called when the coroutine is started, or closed before its start: for debug mode. */
  protected void used() {}

  /** Runs the body once and keeps the book of its end. */
  final Object run(Execution execution) throws Throwable {
    Object outcome;
    try {
      outcome = resume(execution);
    } catch (Throwable failure) {
      state = FINISHED;
      throw leaving(failure);
    }
    if (outcome != Suspension.SUSPENDED && outcome != Suspension.EMITTED) {
      state = FINISHED;
    }
    return outcome;
  }

  /**
   * Says what comes out of a body that has thrown.
   *
   * @param failure what it has thrown
   * @return the same, as a rule
   */
  protected Throwable leaving(Throwable failure) {
    return failure;
  }

  /**
   * Starts the body without anybody who awaits it, for methods that return a future.
   *
   * @return the future of its result
   */
  protected CompletableFuture<?> startEagerly() {
    throw new UnsupportedOperationException(getClass().getName());
  }

  /**
   * Lists where suspended machines stand: the innermost first, then those that await it. Those of
   * the runtime that have no place are left out.
   *
   * @param innermost a suspended machine, or null
   * @return the places
   */
  protected static List<StackTraceElement> stackOf(StateMachine innermost) {
    List<StackTraceElement> stack = new ArrayList<>();
    for (StateMachine frame = innermost; frame != null; frame = frame.awaiter) {
      StackTraceElement place = frame.location();
      if (place != null) {
        stack.add(place);
      }
    }
    return stack;
  }
}
