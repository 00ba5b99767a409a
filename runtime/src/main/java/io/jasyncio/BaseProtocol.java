package io.jasyncio;

/**
 * What a transport tells. The counterpart of {@code asyncio.BaseProtocol}.
 *
 * <p>All is called on the loop's thread, in this order: {@code connectionMade} once, then data,
 * then {@code connectionLost} once. What {@code connectionMade}, {@code pauseWriting} and {@code
 * resumeWriting} throw goes to the loop's exception handler; what the data callbacks throw ends the
 * connection, too.
 *
 * @param <T> the kind of the transport
 */
public interface BaseProtocol<T extends BaseTransport> {

  /**
   * The connection is there.
   *
   * @param transport to send with
   */
  default void connectionMade(T transport) {}

  /**
   * The connection is gone.
   *
   * @param failure null if it was closed in the usual way, by either end
   */
  default void connectionLost(Throwable failure) {}

  /** More than the high-water mark waits to be sent: do not write more. */
  default void pauseWriting() {}

  /** No more than the low-water mark waits to be sent: go on writing. */
  default void resumeWriting() {}
}
