package io.jasyncio.sync;

/** {@code acquireNowait()} was called where {@code acquire()} would have suspended. */
public final class WouldSuspendException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  /**
   * Made by the primitives.
   *
   * @param message what is not free, and what to do
   */
  public WouldSuspendException(String message) {
    super(message);
  }
}
