package io.jasyncio.sync;

/**
 * Something was released that is not held, or was used that must be held first. Python's {@code
 * RuntimeError} of locks and conditions and {@code ValueError} of bounded semaphores.
 */
public final class NotAcquiredException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  /**
   * Made by the primitives.
   *
   * @param message what is not held, and what to do
   */
  public NotAcquiredException(String message) {
    super(message);
  }
}
