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

/**
 * A connection over a socket: its turns in the loop, its beginning and its end. {@link
 * SocketReceiving} reads, {@link SocketSending} writes.
 */
final class SocketTransport implements Transport, Watcher, Ready {

  private static final Logger LOGGER = System.getLogger(Transport.class.getName());

  private final EventLoop loop;
  private final StreamSocket socket;
  private final Object context;
  private final SocketAddress peerName;
  private final SocketAddress socketName;

  /** Null unless this is a server's. */
  private final Server server;

  private final SocketReceiving receiving;
  private final SocketSending sending;
  private BaseProtocol<Transport> protocol;

  /** Whom to tell that the protocol knows of the connection; null for nobody. */
  private Future<Void> waiter;

  /** Waits for room in the socket in our place; null unless a file is being sent. */
  private Watcher borrower;

  private int readyFor;
  private int watched;
  private boolean queued;
  private boolean made;
  private boolean paused;

  /** The other end has said that nothing more will come, and this end stays open. */
  private boolean ended;

  private boolean closing;

  /** The protocol is told, or about to be, that the connection is gone. */
  private boolean lost;

  SocketTransport(EventLoop loop, StreamSocket socket, Server server) {
    this.loop = loop;
    this.socket = socket;
    this.server = server;
    context = loop.snapshotOfContext();
    peerName = socket.remoteAddress();
    socketName = socket.localAddress();
    receiving = new SocketReceiving(loop.io(), this, socket);
    sending = new SocketSending(loop, this, socket, context);
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
      receiving.receive(protocol);
    }
    if ((operations & WRITE) != 0 && !lost) {
      sending.send();
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

  /** Nothing more will come, and this end stays open. */
  void readNoMore() {
    watch(watched & ~READ);
    ended = true;
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
    sending.write(data, offset, length);
  }

  @Override
  public void write(ByteBuffer data) {
    sending.write(data);
  }

  boolean waitsForRoom() {
    return (watched & WRITE) != 0;
  }

  void waitForRoom(boolean wait) {
    watch(wait ? watched | WRITE : watched & ~WRITE);
  }

  @Override
  public void writeEof() {
    sending.writeEof();
  }

  @Override
  public boolean canWriteEof() {
    return true;
  }

  SocketSending sending() {
    return sending;
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
    sending.setLimits(new WriteBufferLimits(low, high));
  }

  @Override
  public WriteBufferLimits getWriteBufferLimits() {
    return sending.limits();
  }

  @Override
  public int getWriteBufferSize() {
    return sending.size();
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
    if (sending.size() == 0) {
      lose(null);
    }
  }

  @Override
  public void abort() {
    loop.checkThread();
    forceClose(null);
  }

  void fail(Throwable failure, String message) {
    loop.errors().transportFailed(this, protocol, failure, message);
    forceClose(failure);
  }

  private void forceClose(Throwable failure) {
    if (!lost) {
      sending.drop();
      closing = true;
      lose(failure);
    }
  }

  boolean isLost() {
    return lost;
  }

  void lose(Throwable failure) {
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
      sending.connectionLost(failure);
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
        .formatted(state, socketName, peerName, sending.size());
  }
}
