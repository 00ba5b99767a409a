package io.jasyncio;

import io.jasyncio.spi.ListeningSocket;
import io.jasyncio.spi.StreamSocket;
import io.jasyncio.spi.Watcher;
import java.io.IOException;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** Accepts connections on one socket of a server. */
final class Acceptor implements Watcher, Ready {

  /** So long a server waits when descriptors have run out. */
  private static final Duration RETRY_DELAY = Duration.ofSeconds(1);

  private final EventLoop loop;
  private final Server server;
  private final ListeningSocket socket;
  private final Supplier<? extends BaseProtocol<Transport>> factory;
  private final ServerOptions options;
  private final Object context;
  private boolean queued;
  private boolean closed;

  Acceptor(
      EventLoop loop,
      Server server,
      ListeningSocket socket,
      Supplier<? extends BaseProtocol<Transport>> factory,
      ServerOptions options) {
    this.loop = loop;
    this.server = server;
    this.socket = socket;
    this.factory = factory;
    this.options = options;
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
    for (int i = 0; i < options.listening().backlog() && !closed; i++) {
      if (server.isFull()) {
        socket.watchFor(0);
        return;
      }
      StreamSocket accepted = accept();
      if (accepted == null) {
        return;
      }
      begin(accepted);
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
              Map.of("server", server, "socket", socket)));
      socket.watchFor(0);
      TimerHandle unused = loop.callLater(RETRY_DELAY, this::goOn);
      return null;
    }
  }

  private void begin(StreamSocket accepted) {
    try {
      BaseProtocol<Transport> protocol = factory.get();
      SocketTransport transport = new SocketTransport(loop, accepted, server);
      if (options.sslContext().isPresent()) {
        TlsProtocol tls = TlsProtocol.server(loop, options.sslContext().get(), options.tls(), null);
        tls.setAppProtocol(protocol, true);
        transport.start(tls, null);
      } else {
        transport.start(protocol, null);
      }
    } catch (Throwable failure) {
      accepted.close();
      loop.callExceptionHandler(
          new ErrorContext(
              "Error on transport creation for incoming connection",
              failure,
              Map.of("server", server)));
    }
  }
}
