package io.jasyncio.codegen;

/**
 * An error that the runtime throws into a coroutine at the await where it stands. Its stack trace
 * is the chain of awaits that it goes through.
 *
 * <p>Not for user code.
 */
public abstract class Interruption extends Error {

  private static final long serialVersionUID = 1L;

  private boolean struck;

  /**
   * For the runtime's own kinds.
   *
   * @param message may be null
   */
  protected Interruption(String message) {
    super(message);
  }

  /**
   * For the runtime's own kinds.
   *
   * @param message may be null
   * @param cause may be null
   */
  protected Interruption(String message, Throwable cause) {
    super(message, cause);
  }

  /** True once. */
  final boolean firstTime() {
    boolean first = !struck;
    struck = true;
    return first;
  }
}
