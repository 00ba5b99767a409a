package io.jasyncio;

import java.nio.ByteBuffer;

/**
 * Is told what a connection receives. The counterpart of {@code asyncio.Protocol}.
 *
 * <pre>
 * connectionMade dataReceived* eofReceived? connectionLost
 * </pre>
 */
public interface Protocol extends BaseProtocol<Transport> {

  /**
   * Data came in: some bytes, cut where it pleases the network.
   *
   * @param data lent until the method returns: copy what is needed longer
   */
  default void dataReceived(ByteBuffer data) {}

  /**
   * The other end will send nothing more.
   *
   * @return true to keep this end open for writing; false, as the default, to close it
   */
  default boolean eofReceived() {
    return false;
  }
}
