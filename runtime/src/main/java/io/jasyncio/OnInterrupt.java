package io.jasyncio;

/**
 * What {@link Asyncio#run} and {@link Runner#run} do about Ctrl-C (the signal SIGINT).
 *
 * <p>Except under {@link #LEAVE}, the first Ctrl-C cancels the main task, so that {@code finally}
 * blocks run and what is open is closed. A main task that catches the {@link CancelledError} and
 * returns has a result as usual. The second Ctrl-C ends the JVM at once. Where the program has a
 * handler of its own for the signal, or ignores it, that stays in force.
 *
 * <p>A JVM without the module {@code jdk.unsupported} has no handlers of signals. There a shutdown
 * hook cancels the main task, and waits half a minute for the program to end. (One that was started
 * with {@code -Xrs} ends at once.)
 */
public enum OnInterrupt {

  /**
   * When the main task was cancelled, closes the loop and ends the JVM with the status 130, as
   * Ctrl-C ends other programs. The call of {@code run} does not return. This is the default.
   */
  EXIT,

  /** When the main task was cancelled, {@code run} throws {@link KeyboardInterrupt}, as Python. */
  THROW,

  /** Nothing: Ctrl-C does what it does in other programs. */
  LEAVE
}
