package io.jasyncio;

/**
 * A {@link Future} was asked for something that its state does not allow, as the result of one that
 * is not done. The counterpart of {@code asyncio.InvalidStateError}.
 */
public final class InvalidStateException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  /**
   * Made by futures.
   *
   * @param message the state, and what to do
   */
  public InvalidStateException(String message) {
    super(message);
  }
}
