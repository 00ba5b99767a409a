package io.jasyncio;

import io.jasyncio.spi.Network;

/**
 * The layer below an {@link EventLoop}: how its thread waits, and by which clock.
 *
 * <p>The loop calls {@link #poll} once in each turn, {@link #wakeup} is called by other threads.
 * Waiting and time are one interface because a wait is measured by the clock: a poller on virtual
 * time waits by setting its clock forward. One poller serves one loop.
 */
public interface Poller {

  /** The argument of {@link #poll} that means "until woken up". */
  long FOREVER = Long.MAX_VALUE;

  /**
   * Waits until {@link #wakeup} is called, something the poller watches happens, or the time is
   * over. It may return early for no reason.
   *
   * <p>A wake-up that came before the call, and after the last one returned, makes it return at
   * once.
   *
   * @param nanos the longest wait in nanoseconds; 0 for none, {@link #FOREVER} for no limit
   */
  void poll(long nanos);

  /** Ends the present wait, or else the next one. Called from any thread. */
  void wakeup();

  /**
   * The time by this poller's clock.
   *
   * @return nanoseconds since some fixed point, never going backwards
   */
  default long time() {
    return System.nanoTime();
  }

  /**
   * The sockets that this poller watches.
   *
   * @return always the same
   * @throws UnsupportedOperationException if it watches none, as the default
   */
  default Network network() {
    throw new UnsupportedOperationException(
        "This loop has no input and output: its poller, "
            + getClass().getName()
            + ", watches no sockets. Use a loop of the usual kind");
  }

  /** Lets go of what the poller holds. Called once, when the loop is closed. */
  default void close() {}
}
