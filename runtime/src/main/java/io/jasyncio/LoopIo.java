package io.jasyncio;

import io.jasyncio.spi.Network;
import java.nio.ByteBuffer;
import java.util.Map;

/**
 * What the connections of one loop share: the sockets' network, buffers, and the list of those that
 * have written in this turn.
 */
final class LoopIo {

  /** Has something to send when the turn is over. */
  interface Gathering {

    /** Sends it. May lead to another one of these. */
    void sendGathered();
  }

  private static final int BUFFER_SIZE = 64 * 1024;

  private final EventLoop loop;
  final Network network;
  final BytePool pool = new BytePool();
  final OpenPipes pipes = new OpenPipes();
  private final ChannelWatches watches;

  private ByteBuffer readBuffer;
  private ByteBuffer writeBuffer;

  private ByteBuffer plainBuffer;
  private ByteBuffer recordBuffer;

  /** Those that have something to send when the turn is over. */
  private Gathering[] unsent = new Gathering[16];

  private int unsentCount;

  LoopIo(EventLoop loop, Network network) {
    this.loop = loop;
    this.network = network;
    watches = new ChannelWatches(loop, network);
  }

  /** The channels that the program uses itself. */
  ChannelWatches watches() {
    return watches;
  }

  /**
   * A cleared direct buffer, the same for every read: its content is to be gone when it returns.
   */
  ByteBuffer readBuffer() {
    if (readBuffer == null) {
      readBuffer = ByteBuffer.allocateDirect(BUFFER_SIZE);
    }
    return readBuffer.clear();
  }

  /** As {@link #readBuffer}, for writing. */
  ByteBuffer writeBuffer() {
    if (writeBuffer == null) {
      writeBuffer = ByteBuffer.allocateDirect(BUFFER_SIZE);
    }
    return writeBuffer.clear();
  }

  /** A cleared buffer for the content of one TLS record of at most {@code size} bytes. */
  ByteBuffer plainBuffer(int size) {
    if (plainBuffer == null || plainBuffer.capacity() < size) {
      plainBuffer = ByteBuffer.allocate(size);
    }
    return plainBuffer.clear();
  }

  /** A cleared buffer for one TLS record of at most {@code size} bytes, to be sent. */
  ByteBuffer recordBuffer(int size) {
    if (recordBuffer == null || recordBuffer.capacity() < size) {
      recordBuffer = ByteBuffer.allocate(size);
    }
    return recordBuffer.clear();
  }

  /** The transport sends at the end of this turn. */
  void sendLater(Gathering transport) {
    if (unsentCount == unsent.length) {
      Gathering[] larger = new Gathering[2 * unsentCount];
      System.arraycopy(unsent, 0, larger, 0, unsentCount);
      unsent = larger;
    }
    unsent[unsentCount++] = transport;
  }

  /** Sends what was written in this turn, each transport's in one piece. */
  void sendAll() {
    for (int i = 0; i < unsentCount; i++) {
      Gathering transport = unsent[i];
      unsent[i] = null;
      try {
        transport.sendGathered();
      } catch (Throwable failure) {
        loop.callExceptionHandler(
            new ErrorContext(
                "Sending what was written in a turn failed",
                failure,
                Map.of("transport", transport)));
      }
    }
    unsentCount = 0;
  }
}
