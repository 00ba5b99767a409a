package io.jasyncio;

import io.jasyncio.codegen.Interruption;

/**
 * The operation was cancelled: thrown at the await where a cancelled task waits.
 *
 * <p>It is an {@code Error}, so that {@code catch (Exception e)} does not swallow a cancellation.
 * Code that catches it to clean up should throw it again. The counterpart of {@code
 * asyncio.CancelledError}.
 *
 * <p>The stack trace of a cancellation is the chain of awaits that it has struck.
 */
public final class CancelledError extends Interruption {

  private static final long serialVersionUID = 1L;

  /** A cancellation without a message. */
  public CancelledError() {
    super(null);
  }

  /**
   * A cancellation with the message given to {@link Future#cancel(String)}.
   *
   * @param message may be null
   */
  public CancelledError(String message) {
    super(message);
  }

  /**
   * A cancellation that another one brought about.
   *
   * @param message may be null
   * @param cause the first cancellation
   */
  CancelledError(String message, Throwable cause) {
    super(message, cause);
  }
}
