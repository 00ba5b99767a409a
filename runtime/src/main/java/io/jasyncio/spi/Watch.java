package io.jasyncio.spi;

/** The order to watch one socket. It is level-triggered: what stays ready is reported again. */
public interface Watch {

  /**
   * Says what to watch for from now on.
   *
   * @param operations a sum of the constants of {@link Watcher}; 0 for nothing
   */
  void watchFor(int operations);

  /** Forgets the channel, which its owner may use as he likes from now on. */
  default void stop() {
    watchFor(0);
  }
}
