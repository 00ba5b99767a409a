package io.jasyncio;

import java.nio.ByteBuffer;

/** Copies data that is there already into the buffers of a protocol. */
final class Delivery {

  private Delivery() {}

  static void into(BufferedProtocol protocol, ByteBuffer data) {
    while (data.hasRemaining()) {
      ByteBuffer target = protocol.getBuffer(data.remaining());
      int count = Math.min(target.remaining(), data.remaining());
      if (count == 0) {
        throw new IllegalStateException("getBuffer() returned an empty buffer");
      }
      target.put(data.slice(data.position(), count));
      data.position(data.position() + count);
      protocol.bufferUpdated(count);
    }
  }
}
