package io.jasyncio;

/**
 * A connection that sends and receives. The counterpart of {@code asyncio.Transport}.
 *
 * <p>Made by {@link EventLoop#createConnection} and by servers; programs that do not write
 * protocols use {@link StreamReader} and {@link StreamWriter} instead.
 */
public interface Transport extends ReadTransport, WriteTransport {

  /**
   * Sets who is told from now on.
   *
   * @param protocol a {@link Protocol} or a {@link BufferedProtocol}
   * @throws IllegalArgumentException if it is neither
   */
  void setProtocol(BaseProtocol<Transport> protocol);

  /**
   * Returns who is told.
   *
   * @return null once the connection is lost
   */
  BaseProtocol<Transport> getProtocol();
}
