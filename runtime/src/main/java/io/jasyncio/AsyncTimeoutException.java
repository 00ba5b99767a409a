package io.jasyncio;

/**
 * The time ran out.
 *
 * <p>Unchecked, because a checked exception could not be caught around an await that does not
 * declare it. The counterpart of {@code asyncio.TimeoutError}.
 */
public final class AsyncTimeoutException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Made where a time-out turns a cancellation that it caused into this.
   *
   * @param message what took too long
   * @param cause the cancellation
   */
  public AsyncTimeoutException(String message, Throwable cause) {
    super(message, cause);
  }
}
