package io.jasyncio;

import java.net.SocketAddress;
import java.nio.ByteBuffer;

/**
 * Is told which messages come in. The counterpart of {@code asyncio.DatagramProtocol}.
 *
 * <pre>
 * connectionMade (datagramReceived | errorReceived)* connectionLost
 * </pre>
 */
public interface DatagramProtocol extends BaseProtocol<DatagramTransport> {

  /**
   * A message came in.
   *
   * @param data lent until the method returns: copy what is needed longer
   * @param address where it came from
   */
  default void datagramReceived(ByteBuffer data, SocketAddress address) {}

  /**
   * A message could not be sent or received, such as because nobody listens there. As a rule nobody
   * is told, and the transport goes on either way.
   *
   * @param failure what the operating system says
   */
  default void errorReceived(Exception failure) {}
}
