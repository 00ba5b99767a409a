package io.jasyncio;

import io.jasyncio.spi.ListeningSocket;
import io.jasyncio.spi.StreamSocket;
import io.jasyncio.spi.Watcher;
import java.io.IOException;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Map;

/** Accepts connections on one listening socket. */
final class Acceptor implements Watcher, Ready {

  /** Whose connections they are. */
  interface Owner {

    /** Tells whether there is no room for another one; {@link #goOn} says when there is. */
    boolean isFull();

    /** Takes a connection; never throws. */
    void begin(StreamSocket accepted);
  }

  /** So long a server waits when descriptors have run out. */
  private static final Duration RETRY_DELAY = Duration.ofSeconds(1);

  private final EventLoop loop;
  private final Owner owner;
  private final ListeningSocket socket;

  /** So many are accepted in one turn at most. */
  private final int backlog;

  private final Object context;
  private boolean queued;
  private boolean closed;

  Acceptor(EventLoop loop, Owner owner, ListeningSocket socket, int backlog) {
    this.loop = loop;
    this.owner = owner;
    this.socket = socket;
    this.backlog = backlog;
    context = loop.snapshotOfContext();
    socket.setWatcher(this);
  }

  SocketAddress localAddress() {
    return socket.localAddress();
  }

  /** Begins to accept, or goes on: there is room for a connection. */
  void goOn() {
    if (!closed) {
      socket.watchFor(ACCEPT);
    }
  }

  void close() {
    closed = true;
    socket.close();
  }

  @Override
  public void ready(int operations) {
    if (!queued) {
      queued = true;
      loop.enqueue(this);
    }
  }

  @Override
  public void takeTurn() {
    queued = false;
    loop.context = context;
    for (int i = 0; i < backlog && !closed; i++) {
      if (owner.isFull()) {
        socket.watchFor(0);
        return;
      }
      StreamSocket accepted = accept();
      if (accepted == null) {
        return;
      }
      owner.begin(accepted);
    }
  }

  private StreamSocket accept() {
    try {
      return socket.accept();
    } catch (IOException failure) {
      // As a rule the descriptors have run out: the socket stays ready, so look away for a while.
      loop.callExceptionHandler(
          new ErrorContext(
              "accept() failed; the server tries again in a second",
              failure,
              Map.of("server", owner, "socket", socket)));
      // First the timer: whatever fails for want of descriptors, the server must not sleep for
      // ever.
      TimerHandle unused = loop.callLater(RETRY_DELAY, this::goOn);
      socket.watchFor(0);
      return null;
    }
  }
}
