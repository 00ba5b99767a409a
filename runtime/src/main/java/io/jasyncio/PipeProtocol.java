package io.jasyncio;

import java.nio.ByteBuffer;

/**
 * Is told what comes out of a pipe. The counterpart of {@code asyncio.Protocol}, as {@code
 * loop.connect_read_pipe} takes it: a pipe only receives.
 *
 * <pre>
 * connectionMade dataReceived* eofReceived? connectionLost
 * </pre>
 */
public interface PipeProtocol extends BaseProtocol<ReadTransport> {

  /**
   * Data came in: some bytes, cut where it pleases the operating system.
   *
   * @param data lent until the method returns: copy what is needed longer
   */
  default void dataReceived(ByteBuffer data) {}

  /** Nobody writes to the pipe any more. It is closed, and {@code connectionLost} comes next. */
  default void eofReceived() {}
}
