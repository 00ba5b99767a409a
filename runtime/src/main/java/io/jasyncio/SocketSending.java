package io.jasyncio;

import io.jasyncio.spi.StreamSocket;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * What a connection has to send: a queue that goes to the socket at the end of the loop's turn, in
 * one piece; while the socket has no room, as soon as it has.
 */
final class SocketSending implements LoopIo.Gathering, ByteQueue.Target {

  private static final Logger LOGGER = System.getLogger(Transport.class.getName());

  /** A write this large goes to the socket at once, without a copy in the queue. */
  private static final int LARGE_WRITE = 16 * 1024;

  /** Writes to a connection that is gone are logged from this one on. */
  private static final int LOG_LOST_WRITES_FROM = 5;

  private final EventLoop loop;
  private final LoopIo io;
  private final SocketTransport transport;
  private final StreamSocket socket;
  private final Object context;
  private final FlowControl flow;
  private final ByteQueue unsent;

  /** Whom to tell that everything is sent; null unless a file is being sent. */
  private Future<Void> emptyWaiter;

  private boolean sendsLater;
  private boolean eofWritten;
  private int lostWrites;

  SocketSending(EventLoop loop, SocketTransport transport, StreamSocket socket, Object context) {
    this.loop = loop;
    this.transport = transport;
    this.socket = socket;
    this.context = context;
    io = loop.io();
    flow = new FlowControl(loop, transport);
    unsent = new ByteQueue(io.pool);
  }

  int size() {
    return unsent.size();
  }

  // Writing

  void write(byte[] data, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, data.length);
    if (length == 0 || !mayWrite()) {
      return;
    }
    int sent = 0;
    if (length >= LARGE_WRITE && unsent.isEmpty()) {
      sent = sendAtOnce(data, offset, length);
      if (sent < 0) {
        return;
      }
    }
    if (sent < length) {
      unsent.add(data, offset + sent, length - sent);
      added();
    }
  }

  void write(ByteBuffer data) {
    if (data.hasRemaining() && mayWrite()) {
      unsent.add(data);
      added();
    } else {
      data.position(data.limit());
    }
  }

  private boolean mayWrite() {
    loop.checkThread();
    if (eofWritten) {
      throw new IllegalStateException("Cannot call write() after writeEof()");
    }
    if (emptyWaiter != null) {
      throw new IllegalStateException("unable to write; sendfile is in progress");
    }
    if (!transport.isLost()) {
      return true;
    }
    lostWrites++;
    if (lostWrites >= LOG_LOST_WRITES_FROM) {
      LOGGER.log(Level.WARNING, "Data was written to a connection that is lost: {0}", transport);
    }
    return false;
  }

  /** Sends what fits into the socket; -1 if the connection turns out to be broken. */
  private int sendAtOnce(byte[] data, int offset, int length) {
    int sent = 0;
    try {
      while (sent < length) {
        ByteBuffer buffer = io.writeBuffer();
        buffer.put(data, offset + sent, Math.min(buffer.remaining(), length - sent)).flip();
        sent += socket.write(buffer);
        if (buffer.hasRemaining()) {
          break;
        }
      }
      return sent;
    } catch (IOException failure) {
      fail(ConnectionResetException.of(failure));
      return -1;
    }
  }

  private void added() {
    if (!transport.waitsForRoom()) {
      if (flow.isAbove(unsent.size())) {
        send();
      } else if (!sendsLater) {
        sendsLater = true;
        io.sendLater(this);
      }
    }
    flow.grown(unsent.size(), transport.getProtocol());
  }

  // Sending

  /** The turn in which something was written is over. */
  @Override
  public void sendGathered() {
    sendsLater = false;
    if (!transport.waitsForRoom() && !transport.isLost()) {
      loop.context = context;
      send();
      loop.context = null;
    }
  }

  /** Sends what there is room for, and deals with what was waiting for that. */
  void send() {
    try {
      unsent.sendTo(this, io);
    } catch (IOException failure) {
      fail(ConnectionResetException.of(failure));
      return;
    } catch (RuntimeException | Error failure) {
      // At the end of a turn: it must not end the loop.
      fail(failure);
      return;
    }
    flow.shrunk(unsent.size(), transport.getProtocol());
    transport.waitForRoom(!unsent.isEmpty());
    if (unsent.isEmpty()) {
      allSent();
    }
  }

  @Override
  public int take(ByteBuffer piece) throws IOException {
    return socket.write(piece);
  }

  private void fail(Throwable failure) {
    transport.fail(failure, "Fatal write error on socket transport");
  }

  private void allSent() {
    if (emptyWaiter != null && !emptyWaiter.done()) {
      emptyWaiter.setResult(null);
    }
    if (transport.isClosing()) {
      transport.lose(null);
    } else if (eofWritten) {
      shutdownOutput();
    }
  }

  // The end

  void writeEof() {
    loop.checkThread();
    if (transport.isClosing() || eofWritten) {
      return;
    }
    eofWritten = true;
    if (unsent.isEmpty()) {
      shutdownOutput();
    }
  }

  private void shutdownOutput() {
    try {
      socket.shutdownOutput();
    } catch (IOException failure) {
      fail(ConnectionResetException.of(failure));
    }
  }

  /** Sends nothing more. */
  void drop() {
    unsent.clear();
  }

  /** Tells who waits for everything to be sent that it never will be. */
  void connectionLost(Throwable failure) {
    if (emptyWaiter != null && !emptyWaiter.done()) {
      emptyWaiter.setException(
          failure != null ? failure : new ConnectionResetException("Connection is closed by peer"));
    }
  }

  // Files

  /** A future that is done when everything is sent; nothing may be written before it is reset. */
  Future<Void> whenEmpty() {
    if (emptyWaiter != null) {
      throw new IllegalStateException("Empty waiter is already set");
    }
    emptyWaiter = loop.createFuture();
    if (unsent.isEmpty()) {
      emptyWaiter.setResult(null);
    }
    return emptyWaiter;
  }

  void resetWhenEmpty() {
    emptyWaiter = null;
  }

  // Flow control

  void setLimits(WriteBufferLimits limits) {
    flow.setLimits(limits);
    flow.grown(unsent.size(), transport.getProtocol());
  }

  WriteBufferLimits limits() {
    return flow.limits();
  }
}
