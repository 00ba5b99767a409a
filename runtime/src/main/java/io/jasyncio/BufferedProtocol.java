package io.jasyncio;

import java.nio.ByteBuffer;

/**
 * Is told what a connection receives, and lends the memory for it. The counterpart of {@code
 * asyncio.BufferedProtocol}.
 *
 * <pre>
 * connectionMade (getBuffer bufferUpdated?)* eofReceived? connectionLost
 * </pre>
 */
public interface BufferedProtocol extends BaseProtocol<Transport> {

  /**
   * Lends a buffer to receive into. A direct one saves a copy.
   *
   * @param sizeHint how much room is wanted, -1 for as much as there is
   * @return a buffer with room; it may be the same each time
   */
  ByteBuffer getBuffer(int sizeHint);

  /**
   * Data came in. The buffer's position was moved behind it.
   *
   * @param bytes how many
   */
  void bufferUpdated(int bytes);

  /**
   * The other end will send nothing more.
   *
   * @return true to keep this end open for writing; false, as the default, to close it
   */
  default boolean eofReceived() {
    return false;
  }
}
