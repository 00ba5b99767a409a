package io.jasyncio.spi;

import java.io.Closeable;

/**
 * Waits for the sockets of one loop, and tells their watchers. For the loop's thread, or, while the
 * loop is not running, for one thread at a time, but for {@link #wakeup}.
 */
public interface Selection extends Closeable {

  /** Tells the watchers whose sockets are ready now. */
  void selectNow();

  /**
   * Waits until a socket is ready or {@link #wakeup} is called, and tells the watchers. It may
   * return early for no reason.
   *
   * @param nanos more than 0; {@link Long#MAX_VALUE} for no limit
   */
  void select(long nanos);

  /** Tells whether selecting has more to do than to look for what is ready. */
  default boolean isDue() {
    return false;
  }

  /** Ends the present {@link #select}, or else the next one. Called from any thread. */
  void wakeup();

  /** Closes the sockets. Those that the program uses itself stay open. */
  @Override
  void close();
}
