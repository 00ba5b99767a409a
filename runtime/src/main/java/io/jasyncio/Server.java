package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;

import io.jasyncio.annotations.Async;
import io.jasyncio.spi.ListeningSocket;
import io.jasyncio.spi.StreamSocket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Accepts connections. The counterpart of {@code asyncio.Server}.
 *
 * <pre>{@code
 * try (var server = await(startServer(this::serve, "localhost", 8080))) {
 *   await(server.serveForever());
 * }
 * }</pre>
 *
 * <p>Closing a server closes its listening sockets and leaves its connections alone. For the loop's
 * thread only.
 */
public final class Server implements AsyncCloseable {

  private final EventLoop loop;
  private final int maxConnections;
  private final List<Acceptor> acceptors;
  private final Set<Transport> connections = new LinkedHashSet<>();
  private final Future<Void> allClosed;

  private boolean serving;
  private boolean closed;

  /** Null unless somebody serves for ever. */
  private Future<Void> servingForever;

  Server(
      EventLoop loop,
      List<ListeningSocket> sockets,
      Supplier<? extends BaseProtocol<Transport>> factory,
      ServerOptions options) {
    this.loop = loop;
    maxConnections = options.maxConnections();
    allClosed = loop.createFuture();
    Acceptor.Owner owner = new Connections(factory, options);
    int backlog = options.listening().backlog();
    acceptors = sockets.stream().map(socket -> new Acceptor(loop, owner, socket, backlog)).toList();
  }

  /**
   * Returns the loop.
   *
   * @return the loop of the connections
   */
  public EventLoop getLoop() {
    return loop;
  }

  /**
   * Lists where the server listens.
   *
   * @return the addresses, with the ports that port 0 has become; none once it is closed
   */
  public List<SocketAddress> sockets() {
    return closed ? List.of() : acceptors.stream().map(Acceptor::localAddress).toList();
  }

  /**
   * The port on which the server listens.
   *
   * @return the port of the first socket
   * @throws IllegalStateException if the server is closed, or does not listen on a port
   */
  public int port() {
    if (!closed && acceptors.get(0).localAddress() instanceof InetSocketAddress address) {
      return address.getPort();
    }
    throw new IllegalStateException(this + " has no port");
  }

  /**
   * Tells whether the server accepts connections.
   *
   * @return false before it has begun, and once it is closed
   */
  public boolean isServing() {
    return serving;
  }

  /**
   * Begins to accept connections; does nothing if the server does so already.
   *
   * @return a coroutine to be awaited
   * @throws IllegalStateException from the await, if the server is closed
   */
  @Async
  public Coroutine<Void> startServing() {
    beginServing();
    await(sleep(Duration.ZERO));
    return result();
  }

  void beginServing() {
    checkOpen();
    if (!serving) {
      serving = true;
      acceptors.forEach(Acceptor::goOn);
    }
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("server " + this + " is closed");
    }
  }

  /**
   * Accepts connections until the awaiting task is cancelled; then the server is closed, and waited
   * for as by {@link #waitClosed}. Closing the server ends it with a {@link CancelledError}, too.
   *
   * @return a coroutine to be awaited
   * @throws IllegalStateException from the await, if the server is closed, or is serving for ever
   *     already
   */
  @Async
  public Coroutine<Void> serveForever() {
    if (servingForever != null) {
      throw new IllegalStateException(
          "server " + this + " is already being awaited on serveForever()");
    }
    beginServing();
    servingForever = loop.createFuture();
    try {
      await(servingForever);
    } catch (CancelledError cancelled) {
      close();
      await(waitClosed());
      throw cancelled;
    } finally {
      servingForever = null;
    }
    return result();
  }

  /** Stops listening. Connections stay open. Does nothing the second time. */
  @Override
  @SuppressWarnings("MissingSuperCall")
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    serving = false;
    acceptors.forEach(Acceptor::close);
    if (servingForever != null) {
      servingForever.cancel();
    }
    noteClosed();
  }

  /** Closes all connections once everything is sent. */
  public void closeClients() {
    List.copyOf(connections).forEach(Server::closeConnection);
  }

  /** TLS takes its leave before the connection below it is closed. */
  private static void closeConnection(Transport connection) {
    if (connection.getProtocol() instanceof TlsProtocol tls) {
      tls.close();
    } else {
      connection.close();
    }
  }

  /** Closes all connections at once; what was not sent is lost. */
  public void abortClients() {
    List.copyOf(connections).forEach(Transport::abort);
  }

  /**
   * Suspends until the server is closed and its last connection, too.
   *
   * @return a coroutine to be awaited
   */
  @Async
  public Coroutine<Void> waitClosed() {
    if (!allClosed.done()) {
      await(Asyncio.shield(allClosed));
    }
    return result();
  }

  /**
   * Closes the server and suspends until its last connection is closed.
   *
   * @return a coroutine to be awaited
   */
  @Override
  @Async
  public Coroutine<Void> aclose() {
    close();
    await(waitClosed());
    return result();
  }

  /**
   * Counts the connections.
   *
   * @return those that are open
   */
  public int connections() {
    return connections.size();
  }

  // For the connections

  private boolean isFull() {
    return connections.size() >= maxConnections;
  }

  void attach(Transport transport) {
    connections.add(transport);
  }

  void detach(Transport transport) {
    boolean wasFull = isFull();
    connections.remove(transport);
    if (wasFull && serving) {
      acceptors.forEach(Acceptor::goOn);
    }
    noteClosed();
  }

  private void noteClosed() {
    if (closed && connections.isEmpty() && !allClosed.done()) {
      allClosed.setResult(null);
    }
  }

  /** Makes transports of what is accepted. */
  private final class Connections implements Acceptor.Owner {

    private final Supplier<? extends BaseProtocol<Transport>> factory;
    private final ServerOptions options;

    Connections(Supplier<? extends BaseProtocol<Transport>> factory, ServerOptions options) {
      this.factory = factory;
      this.options = options;
    }

    @Override
    public boolean isFull() {
      return Server.this.isFull();
    }

    @Override
    public void begin(StreamSocket accepted) {
      try {
        BaseProtocol<Transport> protocol = factory.get();
        SocketTransport transport = new SocketTransport(loop, accepted, Server.this);
        if (options.sslContext().isPresent()) {
          TlsProtocol tls =
              TlsProtocol.server(loop, options.sslContext().get(), options.tls(), null);
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
                Map.of("server", Server.this)));
      }
    }

    @Override
    public String toString() {
      return Server.this.toString();
    }
  }

  @Override
  public String toString() {
    return "Server (%s, %d connections, %s)"
        .formatted(
            closed ? "closed" : serving ? "serving" : "not serving", connections.size(), sockets());
  }
}
