package io.jasyncio;

import io.jasyncio.spi.StreamSocket;
import io.jasyncio.spi.Watcher;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;

/**
 * A connection over a socket.
 *
 * <p>Reading goes through one buffer of the loop, from which the protocol takes what it wants.
 * Writing goes into a queue that is sent at the end of the loop's turn, in one piece; while the
 * socket has no room, as soon as it has. So a connection at rest holds no buffer.
 */
final class SocketTransport implements Transport, Watcher, Ready, LoopIo.Gathering {

  private static final Logger LOGGER = System.getLogger(Transport.class.getName());

  /** A write this large goes to the socket at once, without a copy in the queue. */
  private static final int LARGE_WRITE = 16 * 1024;

  /** Writes to a connection that is gone are logged from this one on. */
  private static final int LOG_LOST_WRITES_FROM = 5;

  private final EventLoop loop;
  private final LoopIo io;
  private final StreamSocket socket;
  private final Object context;
  private final SocketAddress peerName;
  private final SocketAddress socketName;

  /** Null unless this is a server's. */
  private final Server server;

  private final FlowControl flow;
  private final ByteQueue unsent;
  private BaseProtocol<Transport> protocol;

  /** Whom to tell that the protocol knows of the connection; null for nobody. */
  private Future<Void> waiter;

  /** Whom to tell that everything is sent; null unless a file is being sent. */
  private Future<Void> emptyWaiter;

  /** Waits for room in the socket in our place; null unless a file is being sent. */
  private Watcher borrower;

  private int readyFor;
  private int watched;
  private boolean queued;
  private boolean made;
  private boolean paused;

  /** The other end has said that nothing more will come, and this end stays open. */
  private boolean ended;

  private boolean sendsLater;
  private boolean eofWritten;
  private boolean closing;

  /** The protocol is told, or about to be, that the connection is gone. */
  private boolean lost;

  private int lostWrites;

  SocketTransport(EventLoop loop, StreamSocket socket, Server server) {
    this.loop = loop;
    this.io = loop.io();
    this.socket = socket;
    this.server = server;
    context = loop.snapshotOfContext();
    peerName = socket.remoteAddress();
    socketName = socket.localAddress();
    flow = new FlowControl(loop, this);
    unsent = new ByteQueue(io.pool);
  }

  /** Tells the protocol in the next turn, and begins to read. */
  void start(BaseProtocol<Transport> first, Future<Void> whenMade) {
    setProtocol(first);
    waiter = whenMade;
    socket.setWatcher(this);
    if (peerName instanceof InetSocketAddress) {
      setNoDelay();
    }
    if (server != null) {
      server.attach(this);
    }
    enqueue();
  }

  /** Small writes go out at once; what belongs together is gathered already. */
  private void setNoDelay() {
    try {
      boolean unused = socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
    } catch (IOException reset) {
      LOGGER.log(Level.DEBUG, "TCP_NODELAY could not be set", reset);
    }
  }

  StreamSocket socket() {
    return socket;
  }

  // The loop's turns

  @Override
  public void ready(int operations) {
    readyFor |= operations;
    enqueue();
  }

  private void enqueue() {
    if (!queued) {
      queued = true;
      loop.enqueue(this);
    }
  }

  @Override
  public void takeTurn() {
    queued = false;
    loop.context = context;
    if (!made) {
      made = true;
      begin();
      return;
    }
    int operations = readyFor;
    readyFor = 0;
    if ((operations & READ) != 0 && !paused && !lost && !closing) {
      read();
    }
    if ((operations & WRITE) != 0 && !lost) {
      send();
    }
  }

  private void begin() {
    try {
      protocol.connectionMade(this);
    } finally {
      watchReads();
      if (waiter != null && !waiter.done()) {
        waiter.setResult(null);
      }
      waiter = null;
    }
  }

  private void watch(int operations) {
    watched = operations;
    socket.watchFor(operations);
  }

  private void watchReads() {
    if (made && !closing && !paused && !ended) {
      watch(watched | READ);
    }
  }

  // Reading

  private void read() {
    if (protocol instanceof BufferedProtocol buffered) {
      readInto(buffered);
      return;
    }
    ByteBuffer buffer = io.readBuffer();
    int count = readSocket(buffer);
    if (count > 0) {
      buffer.flip();
      try {
        ((Protocol) protocol).dataReceived(buffer);
      } catch (Throwable failure) {
        fail(failure, "Fatal error: protocol.dataReceived() call failed.");
      }
    }
  }

  private void readInto(BufferedProtocol buffered) {
    ByteBuffer buffer;
    try {
      buffer = buffered.getBuffer(-1);
      if (!buffer.hasRemaining()) {
        throw new IllegalStateException("getBuffer() returned an empty buffer");
      }
    } catch (Throwable failure) {
      fail(failure, "Fatal error: protocol.getBuffer() call failed.");
      return;
    }
    int count = readSocket(buffer);
    if (count > 0) {
      try {
        buffered.bufferUpdated(count);
      } catch (Throwable failure) {
        fail(failure, "Fatal error: protocol.bufferUpdated() call failed.");
      }
    }
  }

  /** Reads, and deals with the end and with failures itself. */
  private int readSocket(ByteBuffer buffer) {
    try {
      int count = socket.read(buffer);
      if (count < 0) {
        endReached();
      }
      return count;
    } catch (IOException failure) {
      fail(ConnectionResetException.of(failure), "Fatal read error on socket transport");
    } catch (RuntimeException failure) {
      fail(failure, "Fatal read error on socket transport");
    }
    return 0;
  }

  private void endReached() {
    boolean keepOpen;
    try {
      keepOpen =
          protocol instanceof BufferedProtocol buffered
              ? buffered.eofReceived()
              : ((Protocol) protocol).eofReceived();
    } catch (Throwable failure) {
      fail(failure, "Fatal error: protocol.eofReceived() call failed.");
      return;
    }
    if (keepOpen) {
      watch(watched & ~READ);
      ended = true;
    } else {
      close();
    }
  }

  @Override
  public boolean isReading() {
    return !closing && !paused;
  }

  @Override
  public void pauseReading() {
    if (isReading()) {
      paused = true;
      watch(watched & ~READ);
    }
  }

  @Override
  public void resumeReading() {
    if (!closing && paused) {
      paused = false;
      watchReads();
    }
  }

  // Writing

  @Override
  public void write(byte[] data, int offset, int length) {
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

  @Override
  public void write(ByteBuffer data) {
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
    if (!lost) {
      return true;
    }
    lostWrites++;
    if (lostWrites >= LOG_LOST_WRITES_FROM) {
      LOGGER.log(Level.WARNING, "Data was written to a connection that is lost: {0}", this);
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
      fail(ConnectionResetException.of(failure), "Fatal write error on socket transport");
      return -1;
    }
  }

  private void added() {
    if ((watched & WRITE) == 0) {
      if (flow.isAbove(unsent.size())) {
        send();
      } else if (!sendsLater) {
        sendsLater = true;
        io.sendLater(this);
      }
    }
    flow.grown(unsent.size(), protocol);
  }

  /** The turn in which something was written is over. */
  @Override
  public void sendGathered() {
    sendsLater = false;
    if ((watched & WRITE) == 0 && !lost) {
      loop.context = context;
      send();
      loop.context = null;
    }
  }

  /** Sends what there is room for, and deals with what was waiting for that. */
  private void send() {
    try {
      while (!unsent.isEmpty()) {
        ByteBuffer buffer = io.writeBuffer();
        unsent.copyTo(buffer);
        unsent.drop(socket.write(buffer.flip()));
        if (buffer.hasRemaining()) {
          break;
        }
      }
    } catch (IOException failure) {
      IOException named = ConnectionResetException.of(failure);
      fail(named, "Fatal write error on socket transport");
      return;
    } catch (RuntimeException | Error failure) {
      // At the end of a turn: it must not end the loop.
      fail(failure, "Fatal write error on socket transport");
      return;
    }
    flow.shrunk(unsent.size(), protocol);
    if (unsent.isEmpty()) {
      watch(watched & ~WRITE);
      allSent();
    } else {
      watch(watched | WRITE);
    }
  }

  private void allSent() {
    if (emptyWaiter != null && !emptyWaiter.done()) {
      emptyWaiter.setResult(null);
    }
    if (closing) {
      lose(null);
    } else if (eofWritten) {
      shutdownOutput();
    }
  }

  @Override
  public void writeEof() {
    loop.checkThread();
    if (closing || eofWritten) {
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
      fail(ConnectionResetException.of(failure), "Fatal write error on socket transport");
    }
  }

  @Override
  public boolean canWriteEof() {
    return true;
  }

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

  /** Lends the socket to somebody who sends by other means, and waits for room. */
  void lend(Watcher who) {
    if (lost) {
      who.ready(WRITE);
      return;
    }
    borrower = who;
    socket.setWatcher(who);
    socket.watchFor(WRITE);
  }

  void takeBack() {
    if (borrower != null) {
      borrower = null;
      socket.setWatcher(this);
      if (!lost) {
        socket.watchFor(watched);
      }
    }
  }

  @Override
  public void setWriteBufferLimits(int high, int low) {
    flow.setLimits(new WriteBufferLimits(low, high));
    flow.grown(unsent.size(), protocol);
  }

  @Override
  public WriteBufferLimits getWriteBufferLimits() {
    return flow.limits();
  }

  @Override
  public int getWriteBufferSize() {
    return unsent.size();
  }

  // The end

  @Override
  public boolean isClosing() {
    return closing;
  }

  @Override
  public void close() {
    if (closing) {
      return;
    }
    loop.checkThread();
    closing = true;
    watch(watched & ~READ);
    if (unsent.isEmpty()) {
      lose(null);
    }
  }

  @Override
  public void abort() {
    loop.checkThread();
    forceClose(null);
  }

  private void fail(Throwable failure, String message) {
    if (failure instanceof IOException) {
      if (loop.getDebug()) {
        LOGGER.log(Level.DEBUG, this + ": " + message, failure);
      }
    } else {
      loop.callExceptionHandler(
          new ErrorContext(message, failure, Map.of("transport", this, "protocol", protocol)));
    }
    forceClose(failure);
  }

  private void forceClose(Throwable failure) {
    if (!lost) {
      unsent.clear();
      closing = true;
      lose(failure);
    }
  }

  private void lose(Throwable failure) {
    if (!lost) {
      lost = true;
      watch(0);
      loop.enqueue(() -> connectionLost(failure));
    }
  }

  private void connectionLost(Throwable failure) {
    loop.context = context;
    try {
      protocol.connectionLost(failure);
    } finally {
      socket.close();
      protocol = null;
      if (borrower != null) {
        borrower.ready(WRITE);
      }
      if (server != null) {
        server.detach(this);
      }
      if (emptyWaiter != null && !emptyWaiter.done()) {
        emptyWaiter.setException(
            failure != null
                ? failure
                : new ConnectionResetException("Connection is closed by peer"));
      }
    }
  }

  // Questions

  @Override
  public void setProtocol(BaseProtocol<Transport> changed) {
    if (!(changed instanceof Protocol) && !(changed instanceof BufferedProtocol)) {
      throw new IllegalArgumentException(
          "A Protocol or a BufferedProtocol is required, not " + changed);
    }
    protocol = changed;
  }

  @Override
  public BaseProtocol<Transport> getProtocol() {
    return protocol;
  }

  @Override
  public Object getExtraInfo(String name) {
    return switch (name) {
      case "peername" -> peerName;
      case "sockname" -> socketName;
      case "socket" -> socket.channel();
      default -> null;
    };
  }

  @Override
  public String toString() {
    String state = lost ? "closed" : closing ? "closing" : paused ? "paused" : "open";
    return "Transport (%s, %s to %s, %d bytes unsent)"
        .formatted(state, socketName, peerName, unsent.size());
  }
}
