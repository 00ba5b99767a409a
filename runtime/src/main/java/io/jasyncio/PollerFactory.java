package io.jasyncio;

/**
 * Makes the pollers of loops, and so decides what kind of loops they are.
 *
 * @see EventLoop#setPollerFactory
 */
@FunctionalInterface
public interface PollerFactory {

  /** Loops over one selector of {@code java.nio} each: the usual kind. */
  PollerFactory NIO = NioPoller::new;

  /**
   * Makes a poller. Called on any thread.
   *
   * @return a new one, for one loop
   */
  Poller make();
}
