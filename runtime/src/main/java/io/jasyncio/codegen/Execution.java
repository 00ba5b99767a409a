package io.jasyncio.codegen;

import java.time.Duration;

/**
 * A chain of frames that run as one: a coroutine, the coroutine it awaits, and so on. A task is
 * one.
 *
 * <p>While the chain is suspended its frames are linked from the innermost outwards, so that
 * resuming costs one dispatch however deep the chain is: the innermost frame runs first, and its
 * awaiter only when it ends.
 *
 * <pre>{@code
 * a awaits b awaits c awaits a future:      innermost = c,  c.awaiter = b,  b.awaiter = a
 * }</pre>
 */
public abstract class Execution extends Suspendable {

  static {
    // Before any body runs: who steps into an await is not to find the class being initialised.
    boolean unused = DirectCalls.ALLOWED;
  }

  /**
   * The frame that resumes first. While a frame goes on: the one that awaits it, for those who ask
   * where the execution stands. Null before the start, and where nothing awaits.
   */
  private StateMachine innermost;

  /**
   * While a suspension unwinds the Java stack: the frame that was last put to sleep. While a frame
   * goes on: what was sent to it, until it takes it. One field for both, as millions of these may
   * wait at once; and a field, not an argument, because the arguments and locals of interpreted
   * methods stay reachable, and a task may run for long on a large value that it has dropped.
   */
  private Object passing;

  /** For the runtime's own kinds. */
  protected Execution() {}

  /**
   * Turns something awaited that is not {@link Suspendable} (a user's awaitable, a completion
   * stage) into something that is.
   *
   * @param awaited what the program awaits, null included
   * @return what to wait for instead
   */
  protected abstract Suspendable adapt(Object awaited);

  /**
   * Notes what the innermost frame waits for, before the suspension unwinds the Java stack. A
   * suspension that notes nothing gives way only: the execution goes on in the next turn.
   *
   * @param awaited what ends the wait
   */
  protected abstract void waitFor(Suspendable awaited);

  /**
   * Notes that the innermost frame sleeps, before the suspension unwinds the Java stack.
   *
   * @param delay zero to give way only
   * @return {@link Suspension#SUSPENDED}; the resumption that follows delivers null
   */
  protected abstract Object sleep(Duration delay);

  /** Takes back what was noted for a suspension that fails half-way, if anything was. */
  protected void forgetWait() {}

  /**
   * Hands on from a plain generator to another source of values, whose values are then this one's.
   *
   * @param source a generator or any other iterable
   * @return its result if it has ended already, or {@link Suspension#SUSPENDED}
   */
  protected Object emitAll(Object source) {
    throw new IllegalStateException("emitAll outside a generator");
  }

  /**
   * Runs a coroutine as the outermost frame. Coroutines that await coroutines start inside each
   * other, so this takes Java stack for every one that was not started yet, as plain calls do.
   *
   * @param machine a coroutine that was not started
   * @return its result or {@link Suspension#SUSPENDED}
   * @throws Throwable what it throws
   */
  protected final Object start(StateMachine machine) throws Throwable {
    return machine.await(this);
  }

  /**
   * Says what the innermost frame gets in the resumption that follows.
   *
   * @param sent a value or a {@link Failure}
   */
  protected final void deliver(Object sent) {
    passing = sent;
  }

  /**
   * Tells what the resumption that follows delivers.
   *
   * @return a value or a {@link Failure}
   */
  protected final Object delivered() {
    return passing;
  }

  /**
   * Goes on after a suspension: the innermost frame gets what was delivered, each awaiter the
   * outcome of the frame it awaits, until one suspends or the outermost has ended. The Java stack
   * does not grow with the depth of the chain.
   *
   * @return the outermost frame's result or {@link Suspension#SUSPENDED}
   * @throws Throwable what the outermost frame throws
   */
  protected final Object resume() throws Throwable {
    StateMachine frame = innermost;
    AwaitTrace trace = passing instanceof Failure ? traceOfDelivery(frame) : null;
    while (frame != null) {
      StateMachine awaiter = frame.awaiter;
      if (awaiter != null) {
        frame.awaiter = null;
      }
      innermost = awaiter;
      Object outcome;
      try {
        outcome = frame.run(this);
      } catch (Throwable failure) {
        if (awaiter == null) {
          throw failure;
        }
        if (trace == null) {
          trace = new AwaitTrace(this);
        }
        trace.crossed(failure, awaiter);
        outcome = new Failure(failure);
      }
      if (outcome == Suspension.SUSPENDED) {
        adopt(awaiter);
        return outcome;
      }
      passing = outcome;
      frame = awaiter;
    }
    return Suspension.resumed(this);
  }

  /**
   * True from the moment when a frame has been put to sleep until something is delivered. While a
   * body runs, it has taken what was sent to it, so there is no other use of the field.
   */
  final boolean isSuspending() {
    return passing != null;
  }

  /** Forgets a suspension that has failed half-way. Without one there is nothing to forget. */
  final void abandonSuspension() {
    passing = null;
    forgetWait();
  }

  /** Returns what was sent to the frame that goes on, and keeps it no longer. */
  final Object take() {
    Object sent = passing;
    if (sent != null) {
      passing = null;
    }
    return sent;
  }

  private AwaitTrace traceOfDelivery(StateMachine frame) {
    AwaitTrace trace = new AwaitTrace(this);
    if (frame != null) {
      trace.delivered(((Failure) passing).cause, frame);
    }
    return trace;
  }

  /**
   * Returns the frame that resumes first, or while one goes on the frame that awaits it.
   *
   * @return the innermost suspended frame, or null before the start and where none is
   */
  protected final StateMachine innermost() {
    return innermost;
  }

  /**
   * Makes a machine the innermost frame of a suspended chain; the next resumption starts it. This
   * way a chain grows without growing the Java stack.
   *
   * @param machine one that was not started; it is marked as used
   */
  protected final void push(StateMachine machine) {
    machine.claim();
    machine.awaiter = innermost;
    innermost = machine;
    passing = null;
  }

  /**
   * Cuts a suspended chain above its innermost frame: the next resumption ends with that.
   *
   * @return the frame that awaits it, to be given to {@link #attach}; null if there is none
   */
  protected final StateMachine detach() {
    StateMachine rest = innermost.awaiter;
    innermost.awaiter = null;
    return rest;
  }

  /**
   * Makes what was cut off the chain again.
   *
   * @param rest what {@link #detach} has returned
   */
  protected final void attach(StateMachine rest) {
    innermost = rest;
  }

  /** Puts {@code machine} to sleep as the awaiter of the frame that went to sleep before it. */
  final void link(StateMachine machine) {
    adopt(machine);
    passing = machine;
  }

  private void adopt(StateMachine awaiter) {
    if (passing == null) {
      innermost = awaiter;
    } else {
      ((StateMachine) passing).awaiter = awaiter;
    }
  }
}
