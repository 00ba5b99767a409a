package io.jasyncio.codegen;

import java.lang.invoke.MethodHandle;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;

/** What woven code calls at an await. Nothing here is for user code. */
public final class Suspension {

  /** Returned by a body instead of its result: it waits, and its frames are linked. */
  public static final Object SUSPENDED = new Object();

  /** Returned by the body of an async generator in the place of a value that it has emitted. */
  public static final Object EMITTED = new Object();

  private Suspension() {}

  /**
   * Asks the awaited thing for its value.
   *
   * @param awaited a coroutine, future, awaitable or completion stage
   * @param execution the execution of the body that awaits
   * @return the value or {@link #SUSPENDED}
   * @throws Throwable what the awaited thing failed with
   */
  public static Object begin(Object awaited, Execution execution) throws Throwable {
    Suspendable suspendable =
        awaited instanceof Suspendable direct ? direct : execution.adapt(awaited);
    return suspendable.await(execution);
  }

  /**
   * Notes in {@code execution} what ends its wait.
   *
   * @param awaited what the execution waits for
   * @param execution the execution whose innermost frame awaits
   * @return {@link #SUSPENDED}
   */
  public static Object waitFor(Suspendable awaited, Execution execution) {
    execution.waitFor(awaited);
    return SUSPENDED;
  }

  /**
   * What {@code await(Asyncio.sleep(delay))} becomes: a sleep that needs no coroutine of its own.
   *
   * @param delay zero to give way only
   * @param execution the execution of the body that awaits
   * @return {@link #SUSPENDED}
   */
  public static Object sleep(Duration delay, Execution execution) {
    return execution.sleep(delay);
  }

  /**
   * Puts a body to sleep that has spilled what it needs.
   *
   * @param machine the body's machine
   * @param state the number of the suspension point
   * @param execution the execution of the body
   */
  public static void suspend(StateMachine machine, int state, Execution execution) {
    machine.state = state;
    execution.link(machine);
  }

  /**
   * Says where a body goes on and marks it as running.
   *
   * @param machine the machine that resumes
   * @return the number of the suspension point, or 0 for the beginning
   */
  public static int resume(StateMachine machine) {
    int state = machine.state;
    machine.state = StateMachine.RUNNING;
    return state;
  }

  /**
   * Takes what a body was resumed with: the outcome of what it awaited. The execution keeps it no
   * longer.
   *
   * @param execution the execution of the body
   * @return the value
   * @throws Throwable what the awaited thing failed with
   */
  public static Object resumed(Execution execution) throws Throwable {
    Object sent = execution.take();
    if (sent instanceof Failure failure) {
      throw failure.cause;
    }
    return sent;
  }

  /**
   * Called where a body catches what an await threw. That may be an error of suspending itself (no
   * memory for a machine, no stack for a call): the frames within have been put to sleep by then,
   * and nobody will wake them.
   *
   * @param execution the execution of the body
   */
  public static void caught(Execution execution) {
    execution.abandonSuspension();
  }

  /**
   * Tells whether a body that returns a primitive value has suspended instead of returning. To be
   * asked right after it was called.
   *
   * @param execution the execution of the body
   * @return false if the value that it returned is its result
   */
  public static boolean isSuspended(Execution execution) {
    return execution.isSuspending();
  }

  /**
   * Says what a body that returns a primitive value came to. To be asked right after it was called.
   *
   * @param value what the body returned
   * @param execution the execution of the body
   * @return the value in its box, or {@link #SUSPENDED}
   */
  public static Object boxed(int value, Execution execution) {
    return execution.isSuspending() ? SUSPENDED : Integer.valueOf(value);
  }

  /**
   * As {@link #boxed(int, Execution)}.
   *
   * @param value what the body returned
   * @param execution the execution of the body
   * @return the value in its box, or {@link #SUSPENDED}
   */
  public static Object boxed(boolean value, Execution execution) {
    return execution.isSuspending() ? SUSPENDED : Boolean.valueOf(value);
  }

  /**
   * As {@link #boxed(int, Execution)}.
   *
   * @param value what the body returned
   * @param execution the execution of the body
   * @return the value in its box, or {@link #SUSPENDED}
   */
  public static Object boxed(byte value, Execution execution) {
    return execution.isSuspending() ? SUSPENDED : Byte.valueOf(value);
  }

  /**
   * As {@link #boxed(int, Execution)}.
   *
   * @param value what the body returned
   * @param execution the execution of the body
   * @return the value in its box, or {@link #SUSPENDED}
   */
  public static Object boxed(char value, Execution execution) {
    return execution.isSuspending() ? SUSPENDED : Character.valueOf(value);
  }

  /**
   * As {@link #boxed(int, Execution)}.
   *
   * @param value what the body returned
   * @param execution the execution of the body
   * @return the value in its box, or {@link #SUSPENDED}
   */
  public static Object boxed(short value, Execution execution) {
    return execution.isSuspending() ? SUSPENDED : Short.valueOf(value);
  }

  /**
   * As {@link #boxed(int, Execution)}.
   *
   * @param value what the body returned
   * @param execution the execution of the body
   * @return the value in its box, or {@link #SUSPENDED}
   */
  public static Object boxed(long value, Execution execution) {
    return execution.isSuspending() ? SUSPENDED : Long.valueOf(value);
  }

  /**
   * As {@link #boxed(int, Execution)}.
   *
   * @param value what the body returned
   * @param execution the execution of the body
   * @return the value in its box, or {@link #SUSPENDED}
   */
  public static Object boxed(float value, Execution execution) {
    return execution.isSuspending() ? SUSPENDED : Float.valueOf(value);
  }

  /**
   * As {@link #boxed(int, Execution)}.
   *
   * @param value what the body returned
   * @param execution the execution of the body
   * @return the value in its box, or {@link #SUSPENDED}
   */
  public static Object boxed(double value, Execution execution) {
    return execution.isSuspending() ? SUSPENDED : Double.valueOf(value);
  }

  /**
   * Tells whether a call of another class may go past the method to its body. Not where something
   * may have put its own code into methods: see {@link DirectCalls}.
   *
   * @return the same each time
   */
  public static boolean direct() {
    return DirectCalls.ALLOWED;
  }

  /**
   * As {@link #intOf}.
   *
   * @param outcome the box or {@link #SUSPENDED}
   * @return the value, or zero if the body has suspended
   */
  public static boolean booleanOf(Object outcome) {
    return outcome == SUSPENDED ? false : (Boolean) outcome;
  }

  /**
   * As {@link #intOf}.
   *
   * @param outcome the box or {@link #SUSPENDED}
   * @return the value, or zero if the body has suspended
   */
  public static byte byteOf(Object outcome) {
    return outcome == SUSPENDED ? 0 : (Byte) outcome;
  }

  /**
   * As {@link #intOf}.
   *
   * @param outcome the box or {@link #SUSPENDED}
   * @return the value, or zero if the body has suspended
   */
  public static char charOf(Object outcome) {
    return outcome == SUSPENDED ? '\0' : (Character) outcome;
  }

  /**
   * As {@link #intOf}.
   *
   * @param outcome the box or {@link #SUSPENDED}
   * @return the value, or zero if the body has suspended
   */
  public static short shortOf(Object outcome) {
    return outcome == SUSPENDED ? 0 : (Short) outcome;
  }

  /**
   * Unboxes what a body has returned that is declared to return a box.
   *
   * @param outcome the box or {@link #SUSPENDED}; null fails, as it does in plain Java
   * @return the value, or zero if the body has suspended
   */
  public static int intOf(Object outcome) {
    return outcome == SUSPENDED ? 0 : (Integer) outcome;
  }

  /**
   * As {@link #intOf}.
   *
   * @param outcome the box or {@link #SUSPENDED}
   * @return the value, or zero if the body has suspended
   */
  public static long longOf(Object outcome) {
    return outcome == SUSPENDED ? 0 : (Long) outcome;
  }

  /**
   * As {@link #intOf}.
   *
   * @param outcome the box or {@link #SUSPENDED}
   * @return the value, or zero if the body has suspended
   */
  public static float floatOf(Object outcome) {
    return outcome == SUSPENDED ? 0 : (Float) outcome;
  }

  /**
   * As {@link #intOf}.
   *
   * @param outcome the box or {@link #SUSPENDED}
   * @return the value, or zero if the body has suspended
   */
  public static double doubleOf(Object outcome) {
    return outcome == SUSPENDED ? 0 : (Double) outcome;
  }

  /**
   * Words the failure of a body that was resumed in a state it does not have.
   *
   * @param machine the machine that was resumed
   * @return the exception to throw
   */
  public static IllegalStateException unknownState(StateMachine machine) {
    return new IllegalStateException(
        machine.getClass().getName()
            + " was resumed in a state that its body does not have. Its class and the class of its"
            + " method come from different builds: compile both again.");
  }

  /**
   * Makes what is awaited where a try-with-resources block is left. A plain resource is closed at
   * once, as the compiler does it.
   *
   * @param resource the resource, not null
   * @param failure what the block is left with, or null if it ends normally
   * @return something to await
   * @throws Throwable what a plain resource's closing threw after a normal end
   */
  public static Object leave(Object resource, Throwable failure) throws Throwable {
    if (resource instanceof SuspendingResource suspending) {
      return new Leaving(suspending, failure);
    }
    try {
      ((AutoCloseable) resource).close();
    } catch (Throwable closing) {
      if (failure == null) {
        throw closing;
      }
      failure.addSuppressed(closing);
    }
    return Closed.INSTANCE;
  }

  /**
   * As {@link #leave}, for a block that has ended normally, or what looks like one: a program's own
   * call of {@code close()}, maybe of a type that is no resource.
   *
   * @param resource the resource, not null
   * @param close its {@code close}, as it was called
   * @return something to await
   * @throws Throwable what a plain closing threw
   */
  public static Object leaveOrCall(Object resource, MethodHandle close) throws Throwable {
    if (resource instanceof SuspendingResource suspending) {
      return new Leaving(suspending, null);
    }
    close.invoke(resource);
    return Closed.INSTANCE;
  }

  /**
   * Called where plain Java adds a failure of the closing to the failure of the block. What comes
   * out of closing a suspending resource takes the failure's place.
   *
   * @param failure what the block failed with
   * @param closing what closing the resource threw
   * @throws Throwable {@code closing}, unless it is {@code failure} itself
   */
  public static void replace(Throwable failure, Throwable closing) throws Throwable {
    if (closing != failure) {
      throw closing;
    }
  }

  /**
   * Leaves an emitted value with the generator's machine, right before its body is put to sleep.
   *
   * @param value what the generator emits
   * @param machine the generator's machine
   */
  public static void emit(Object value, GeneratorMachine machine) {
    machine.emitted = value;
  }

  /**
   * Puts the body of an async generator to sleep that has emitted a value. Its execution goes on
   * with who has asked for it.
   *
   * @param machine the body's machine
   * @param state the number of the suspension point
   */
  public static void sleepAtEmit(GeneratorMachine machine, int state) {
    machine.state = state;
    machine.atEmit = true;
  }

  /**
   * Hands a plain generator's execution on to another source of values.
   *
   * @param source a generator or any other iterable
   * @param execution the execution of the generator's body
   * @return the source's result or {@link #SUSPENDED}
   */
  public static Object emitAll(Object source, Execution execution) {
    return execution.emitAll(source);
  }

  /**
   * Makes what a loop awaits, where the compiler has not said whether its source is asynchronous.
   *
   * @param iterator what the source's {@code iterator()} returned
   * @return itself, or a loop that never suspends
   */
  public static AsyncLoop<?> loop(Iterator<?> iterator) {
    return iterator instanceof AsyncLoop<?> loop ? loop : new PlainLoop<>(iterator);
  }

  /**
   * Tells what awaiting an {@link AsyncLoop} has come to.
   *
   * @param outcome what the await evaluates to
   * @return true if there is a value
   */
  public static boolean hasEmitted(Object outcome) {
    return outcome == EMITTED;
  }

  /**
   * Makes what is awaited where the loop over an async iterable is left before its end.
   *
   * @param loop an {@link AsyncLoop}
   * @param failure what the loop is left with, or null for a break or a return
   * @return something to await
   */
  public static Object leaveLoop(Object loop, Throwable failure) {
    return ((AsyncLoop<?>) loop).leave(failure);
  }

  /**
   * Starts a method that returns a future: it runs up to its first suspension.
   *
   * @param machine made by the method's call
   * @return the future of its result
   */
  public static CompletableFuture<?> startEagerly(StateMachine machine) {
    return machine.startEagerly();
  }
}
