package io.jasyncio;

import java.nio.ByteBuffer;

/**
 * A transport that sends. The counterpart of {@code asyncio.WriteTransport}.
 *
 * <p>Writing never waits. What the callbacks of one turn of the loop write to one transport is
 * gathered and sent in one piece when the turn is over; what has no room then is kept. Once more
 * than the high-water mark is kept the protocol's {@code pauseWriting} is called, and {@code
 * resumeWriting} when it is no more than the low-water mark.
 */
public interface WriteTransport extends BaseTransport {

  /**
   * Writes bytes. They are copied: the array may be used again.
   *
   * @param data may be empty
   * @throws IllegalStateException after {@link #writeEof}
   * @throws WrongLoopException on a foreign thread while the loop runs
   */
  default void write(byte[] data) {
    write(data, 0, data.length);
  }

  /**
   * Writes a part of an array. The bytes are copied.
   *
   * @param data where they are
   * @param offset of the first
   * @param length how many
   * @throws IndexOutOfBoundsException if that is not within the array
   * @throws IllegalStateException after {@link #writeEof}
   * @throws WrongLoopException on a foreign thread while the loop runs
   */
  void write(byte[] data, int offset, int length);

  /**
   * Writes what remains in a buffer. The bytes are copied, and the buffer's position moves to its
   * limit.
   *
   * @param data may be empty
   * @throws IllegalStateException after {@link #writeEof}
   * @throws WrongLoopException on a foreign thread while the loop runs
   */
  void write(ByteBuffer data);

  /**
   * Writes several arrays, one after the other.
   *
   * @param list may be empty
   */
  default void writelines(Iterable<byte[]> list) {
    list.forEach(this::write);
  }

  /**
   * Tells the other end, after all that was written, that nothing more will come. Receiving goes
   * on.
   *
   * @throws UnsupportedOperationException if {@link #canWriteEof} is false
   */
  void writeEof();

  /**
   * Tells whether the transport can close its one half.
   *
   * @return false for TLS
   */
  boolean canWriteEof();

  /** Closes the transport at once; what was not sent is lost. */
  void abort();

  /**
   * Sets the marks for flow control.
   *
   * @param high so many bytes may be kept before {@code pauseWriting} is called; the low-water mark
   *     becomes a quarter of it
   * @throws IllegalArgumentException if it is negative
   */
  default void setWriteBufferLimits(int high) {
    setWriteBufferLimits(high, high / 4);
  }

  /**
   * Sets the marks for flow control.
   *
   * @param high so many bytes may be kept before {@code pauseWriting} is called, 64 KiB at first
   * @param low so few bytes must be left before {@code resumeWriting} is called
   * @throws IllegalArgumentException unless {@code high >= low >= 0}
   */
  void setWriteBufferLimits(int high, int low);

  /**
   * Returns the marks for flow control.
   *
   * @return low and high
   */
  WriteBufferLimits getWriteBufferLimits();

  /**
   * Counts the bytes that are written and not sent.
   *
   * @return 0 if there are none
   */
  int getWriteBufferSize();
}
