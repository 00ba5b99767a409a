package io.jasyncio;

import java.nio.ByteBuffer;

/** Hands what has come to a protocol of either kind. */
final class Delivery {

  private Delivery() {}

  /** Tells that nothing more will come; true if the protocol wants to keep its own half open. */
  static boolean eof(BaseProtocol<Transport> protocol) {
    return protocol instanceof BufferedProtocol buffered
        ? buffered.eofReceived()
        : ((Protocol) protocol).eofReceived();
  }

  /** Copies data that is there already into the protocol's buffers. */
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
