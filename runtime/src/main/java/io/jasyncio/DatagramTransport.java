package io.jasyncio;

import java.net.SocketAddress;
import java.nio.ByteBuffer;

/**
 * A transport for messages. Made by {@link EventLoop#createDatagramEndpoint}. The counterpart of
 * {@code asyncio.DatagramTransport}.
 */
public interface DatagramTransport extends BaseTransport {

  /**
   * Sends a message to the address that the transport is connected to. It is sent at once if there
   * is room, and kept otherwise.
   *
   * @param data copied if it is kept
   * @throws IllegalStateException if the transport is not connected
   * @throws UnsupportedOperationException if the message is empty: {@code java.nio} sends empty
   *     ones by sockets only that are not connected
   * @throws WrongLoopException on a foreign thread while the loop runs
   */
  default void sendto(byte[] data) {
    sendto(ByteBuffer.wrap(data), null);
  }

  /**
   * Sends a message.
   *
   * @param data may be empty; copied if it is kept
   * @param address whom to send it to; null for the address that the transport is connected to
   * @throws IllegalArgumentException if the transport is connected to another address, or the
   *     address is not resolved
   * @throws IllegalStateException if there is neither address
   * @throws WrongLoopException on a foreign thread while the loop runs
   */
  default void sendto(byte[] data, SocketAddress address) {
    sendto(ByteBuffer.wrap(data), address);
  }

  /**
   * Sends what remains in a buffer as a message.
   *
   * @param data may be empty; its position moves to its limit
   * @param address whom to send it to; null for the address that the transport is connected to
   * @throws IllegalArgumentException if the transport is connected to another address, or the
   *     address is not resolved
   * @throws IllegalStateException if there is neither address
   * @throws WrongLoopException on a foreign thread while the loop runs
   */
  void sendto(ByteBuffer data, SocketAddress address);

  /** Closes the transport at once; messages that are kept are lost. */
  void abort();

  /**
   * Sets the marks for flow control.
   *
   * @param high so many bytes may be kept before {@code pauseWriting} is called
   * @param low so few bytes must be left before {@code resumeWriting} is called
   * @throws IllegalArgumentException unless {@code high >= low >= 0}
   */
  void setWriteBufferLimits(int high, int low);

  /**
   * Counts the bytes of the messages that are kept.
   *
   * @return 0 if there are none
   */
  int getWriteBufferSize();
}
