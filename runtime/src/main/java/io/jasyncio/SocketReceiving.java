package io.jasyncio;

import io.jasyncio.spi.StreamSocket;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * How a connection receives: through one buffer of the loop, from which the protocol takes what it
 * wants, or right into the protocol's own. So a connection at rest holds no buffer.
 */
final class SocketReceiving {

  private final LoopIo io;
  private final SocketTransport transport;
  private final StreamSocket socket;

  SocketReceiving(LoopIo io, SocketTransport transport, StreamSocket socket) {
    this.io = io;
    this.transport = transport;
    this.socket = socket;
  }

  /** Reads what is there and tells the protocol. */
  void receive(BaseProtocol<Transport> protocol) {
    if (protocol instanceof BufferedProtocol buffered) {
      receiveInto(buffered);
      return;
    }
    ByteBuffer buffer = io.readBuffer();
    int count = readSocket(buffer, protocol);
    if (count > 0) {
      buffer.flip();
      try {
        ((Protocol) protocol).dataReceived(buffer);
      } catch (Throwable failure) {
        transport.fail(failure, "Fatal error: protocol.dataReceived() call failed.");
      }
    }
  }

  private void receiveInto(BufferedProtocol buffered) {
    ByteBuffer buffer;
    try {
      buffer = buffered.getBuffer(-1);
      if (!buffer.hasRemaining()) {
        throw new IllegalStateException("getBuffer() returned an empty buffer");
      }
    } catch (Throwable failure) {
      transport.fail(failure, "Fatal error: protocol.getBuffer() call failed.");
      return;
    }
    int count = readSocket(buffer, buffered);
    if (count > 0) {
      try {
        buffered.bufferUpdated(count);
      } catch (Throwable failure) {
        transport.fail(failure, "Fatal error: protocol.bufferUpdated() call failed.");
      }
    }
  }

  /** Reads, and deals with the end and with failures itself. */
  private int readSocket(ByteBuffer buffer, BaseProtocol<Transport> protocol) {
    try {
      int count = socket.read(buffer);
      if (count < 0) {
        endReached(protocol);
      }
      return count;
    } catch (IOException failure) {
      transport.fail(ConnectionResetException.of(failure), "Fatal read error on socket transport");
    } catch (RuntimeException failure) {
      transport.fail(failure, "Fatal read error on socket transport");
    }
    return 0;
  }

  private void endReached(BaseProtocol<Transport> protocol) {
    boolean keepOpen;
    try {
      keepOpen = Delivery.eof(protocol);
    } catch (Throwable failure) {
      transport.fail(failure, "Fatal error: protocol.eofReceived() call failed.");
      return;
    }
    if (keepOpen) {
      transport.readNoMore();
    } else {
      transport.close();
    }
  }
}
