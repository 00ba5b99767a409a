package io.jasyncio.codegen;

/**
 * One activation of a generator method: a machine that hands out values before it ends.
 *
 * <p>A plain generator suspends its execution at an emit, and with it the generators that have
 * handed on to it: who drives the execution finds the value in the innermost frame. An async
 * generator suspends its execution at an await only. At an emit it goes to sleep alone, and the
 * execution goes on with who has asked for the value.
 */
public abstract class GeneratorMachine extends StateMachine {

  /** What was emitted last, until it is taken. */
  Object emitted;

  /** An async generator stands at an emit, and not at an await. */
  boolean atEmit;

  /** For the public kinds of generators. */
  protected GeneratorMachine() {}

  /**
   * Returns what was emitted, and keeps it no longer.
   *
   * @return the value, or null
   */
  protected final Object takeEmitted() {
    Object value = emitted;
    emitted = null;
    return value;
  }

  /**
   * Tells whether an async generator can be asked for a value.
   *
   * @return true at its emits, and before the start
   */
  protected final boolean isIdle() {
    return atEmit || isCreated();
  }

  /**
   * Runs an async generator's body up to its next emit, inside the frame that asks for a value.
   *
   * @param execution the execution of that frame
   * @param sent what the emit evaluates to, or a {@link Failure} for it to throw; null at the start
   * @return {@link Suspension#EMITTED}, {@link Suspension#SUSPENDED}, or its result
   * @throws Throwable what the body throws
   */
  protected final Object advance(Execution execution, Object sent) throws Throwable {
    if (isCreated()) {
      claim();
    }
    atEmit = false;
    execution.deliver(sent);
    return run(execution);
  }
}
