package io.jasyncio;

/**
 * A callback that a loop is going to call. The counterpart of {@code asyncio.Handle}.
 *
 * <p>To be used on the loop's thread only.
 */
public interface Handle {

  /** Withdraws the callback, if it was not called yet; otherwise does nothing. */
  void cancel();

  /**
   * Tells whether the callback was withdrawn.
   *
   * @return true after {@link #cancel}
   */
  boolean cancelled();
}
