package io.jasyncio;

import io.jasyncio.internal.Arguments;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.DatagramChannel;
import java.nio.channels.FileChannel;
import java.nio.channels.SelectableChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/**
 * The calls of an event loop that make connections and servers out of transports and protocols. For
 * the thread of a running loop. Programs that do not write protocols use {@link
 * Asyncio#openConnection} and {@link Asyncio#startServer}.
 */
public sealed interface NetworkCalls permits EventLoop {

  /** The loop itself. */
  private EventLoop self() {
    return (EventLoop) this;
  }

  /**
   * Connects to a host. The counterpart of {@code loop.create_connection}.
   *
   * @param <P> the kind of the protocol
   * @param factory makes the protocol once the connection is there
   * @param host a name or an address; its addresses are tried one after the other
   * @param port 1 to 65535
   * @param options how
   * @return a coroutine to be awaited; when it ends, the protocol's {@code connectionMade} was
   *     called
   * @throws IOException from the await: {@link java.net.UnknownHostException}, {@link
   *     java.net.ConnectException}, {@link javax.net.ssl.SSLHandshakeException}
   */
  default <P extends BaseProtocol<Transport>> Coroutine<Endpoint<Transport, P>> createConnection(
      Supplier<P> factory, String host, int port, ConnectOptions options) throws IOException {
    Arguments.notNull(factory, "factory");
    Arguments.notNull(host, "host");
    Arguments.notNull(options, "options");
    return Connecting.toHost(self(), factory, host, port, options);
  }

  /**
   * Connects to a host.
   *
   * @param <P> the kind of the protocol
   * @param factory makes the protocol once the connection is there
   * @param host a name or an address; its addresses are tried one after the other
   * @param port 1 to 65535
   * @return a coroutine to be awaited
   * @throws IOException from the await
   */
  default <P extends BaseProtocol<Transport>> Coroutine<Endpoint<Transport, P>> createConnection(
      Supplier<P> factory, String host, int port) throws IOException {
    return createConnection(factory, host, port, ConnectOptions.DEFAULT);
  }

  /**
   * Makes a transport of a channel that is connected, whoever has accepted or connected it. The
   * counterpart of {@code loop.create_connection(sock=...)}.
   *
   * @param <P> the kind of the protocol
   * @param factory makes the protocol
   * @param channel a {@link java.nio.channels.SocketChannel}; the transport closes it
   * @param options how; with TLS they have to name the server
   * @return a coroutine to be awaited
   * @throws IOException from the await
   * @throws IllegalArgumentException from the await, if the channel is of another kind
   */
  default <P extends BaseProtocol<Transport>> Coroutine<Endpoint<Transport, P>> createConnection(
      Supplier<P> factory, SelectableChannel channel, ConnectOptions options) throws IOException {
    Arguments.notNull(factory, "factory");
    Arguments.notNull(channel, "channel");
    Arguments.notNull(options, "options");
    return Connecting.over(self(), factory, channel, options);
  }

  /**
   * Connects to a Unix socket. The counterpart of {@code loop.create_unix_connection}.
   *
   * @param <P> the kind of the protocol
   * @param factory makes the protocol once the connection is there
   * @param path of the socket
   * @param options how
   * @return a coroutine to be awaited
   * @throws IOException from the await, if nobody listens there
   */
  default <P extends BaseProtocol<Transport>>
      Coroutine<Endpoint<Transport, P>> createUnixConnection(
          Supplier<P> factory, Path path, ConnectOptions options) throws IOException {
    Arguments.notNull(factory, "factory");
    SocketAddress address = UnixDomainSocketAddress.of(path);
    return Connecting.toAddress(self(), factory, address, options);
  }

  /**
   * Starts a server. The counterpart of {@code loop.create_server}.
   *
   * @param factory makes a protocol for each connection
   * @param host a name or an address of this machine; null or empty for all of them
   * @param port 0 for any that is free
   * @param options how
   * @return a coroutine to be awaited, for the server
   * @throws IOException from the await: {@link java.net.BindException} if the port is in use
   */
  default Coroutine<Server> createServer(
      Supplier<? extends BaseProtocol<Transport>> factory,
      String host,
      int port,
      ServerOptions options)
      throws IOException {
    Arguments.notNull(factory, "factory");
    Arguments.notNull(options, "options");
    return Listening.onHost(self(), factory, host, port, options);
  }

  /**
   * Starts a server.
   *
   * @param factory makes a protocol for each connection
   * @param host a name or an address of this machine; null or empty for all of them
   * @param port 0 for any that is free
   * @return a coroutine to be awaited, for the server
   * @throws IOException from the await: {@link java.net.BindException} if the port is in use
   */
  default Coroutine<Server> createServer(
      Supplier<? extends BaseProtocol<Transport>> factory, String host, int port)
      throws IOException {
    return createServer(factory, host, port, ServerOptions.DEFAULT);
  }

  /**
   * Starts a server on a channel that is bound. The counterpart of {@code
   * loop.create_server(sock=...)}.
   *
   * @param factory makes a protocol for each connection
   * @param channel a {@link java.nio.channels.ServerSocketChannel}; the server closes it
   * @param options how
   * @return a coroutine to be awaited, for the server
   * @throws IOException from the await
   */
  default Coroutine<Server> createServer(
      Supplier<? extends BaseProtocol<Transport>> factory,
      SelectableChannel channel,
      ServerOptions options)
      throws IOException {
    Arguments.notNull(factory, "factory");
    Arguments.notNull(channel, "channel");
    return Listening.over(self(), factory, channel, options);
  }

  /**
   * Starts a server on a Unix socket. The counterpart of {@code loop.create_unix_server}.
   *
   * @param factory makes a protocol for each connection
   * @param path of the socket; one that an earlier server has left there is replaced, and closing
   *     this server leaves its own
   * @param options how
   * @return a coroutine to be awaited, for the server
   * @throws IOException from the await: {@link java.net.BindException} if there is a file already
   */
  default Coroutine<Server> createUnixServer(
      Supplier<? extends BaseProtocol<Transport>> factory, Path path, ServerOptions options)
      throws IOException {
    Arguments.notNull(factory, "factory");
    return Listening.onAddress(self(), factory, UnixDomainSocketAddress.of(path), options);
  }

  /**
   * Opens an endpoint for messages. The counterpart of {@code loop.create_datagram_endpoint}.
   *
   * @param <P> the kind of the protocol
   * @param factory makes the protocol
   * @param options where to receive, and whom to send to
   * @return a coroutine to be awaited; when it ends, the protocol's {@code connectionMade} was
   *     called
   * @throws IOException from the await: {@link java.net.BindException} if the port is in use,
   *     {@link java.net.UnknownHostException}
   */
  default <P extends DatagramProtocol>
      Coroutine<Endpoint<DatagramTransport, P>> createDatagramEndpoint(
          Supplier<P> factory, DatagramEndpointOptions options) throws IOException {
    Arguments.notNull(factory, "factory");
    Arguments.notNull(options, "options");
    return DatagramEndpoints.open(self(), factory, options);
  }

  /**
   * Makes an endpoint for messages of a channel, which may be a member of groups or have options
   * set. The counterpart of {@code loop.create_datagram_endpoint(sock=...)}.
   *
   * @param <P> the kind of the protocol
   * @param factory makes the protocol
   * @param channel bound or connected; the transport closes it
   * @return a coroutine to be awaited
   * @throws IOException from the await
   */
  default <P extends DatagramProtocol>
      Coroutine<Endpoint<DatagramTransport, P>> createDatagramEndpoint(
          Supplier<P> factory, DatagramChannel channel) throws IOException {
    Arguments.notNull(factory, "factory");
    Arguments.notNull(channel, "channel");
    return DatagramEndpoints.over(self(), factory, channel);
  }

  /**
   * Sends a file over a connection, after what was written before. The operating system copies it
   * by itself where it can; over TLS it is read and encrypted block by block. The counterpart of
   * {@code loop.sendfile}.
   *
   * <p>Nothing may be written meanwhile, and nothing is received.
   *
   * @param transport of this loop
   * @param file open for reading; its position does not matter and stays
   * @return a coroutine to be awaited, for the number of bytes
   * @throws IOException from the await: {@link ConnectionResetException} if the connection is lost
   */
  default Coroutine<Long> sendfile(Transport transport, FileChannel file) throws IOException {
    return sendfile(transport, file, 0, Long.MAX_VALUE, true);
  }

  /**
   * Sends a part of a file over a connection.
   *
   * @param transport of this loop
   * @param file open for reading; its position does not matter and stays
   * @param offset where to begin, in bytes
   * @param count how many bytes at most; {@link Long#MAX_VALUE} for all to the end
   * @param fallback false to refuse transports over which only the program can send it
   * @return a coroutine to be awaited, for the number of bytes. If it fails or is cancelled, nobody
   *     knows how much was sent
   * @throws IOException from the await: {@link ConnectionResetException} if the connection is lost
   * @throws UnsupportedOperationException from the await, if it is refused
   * @throws IllegalArgumentException from the await, if the offset is negative, or the count is not
   *     positive
   */
  default Coroutine<Long> sendfile(
      Transport transport, FileChannel file, long offset, long count, boolean fallback)
      throws IOException {
    Arguments.notNull(transport, "transport");
    Arguments.notNull(file, "file");
    return SendFile.over(self(), transport, file, offset, count, fallback);
  }

  // Names

  /**
   * Looks the addresses of a host up, on the default executor. The counterpart of {@code
   * loop.getaddrinfo}.
   *
   * @param host a name or an address
   * @param port 0 to 65535
   * @return a coroutine to be awaited, for at least one address, in the order of preference
   * @throws IOException from the await: {@link java.net.UnknownHostException}
   */
  default Coroutine<List<InetSocketAddress>> getaddrinfo(String host, int port) throws IOException {
    Arguments.notNull(host, "host");
    return Resolver.resolve(self(), host, port);
  }

  /**
   * Looks the name of a host up, on the default executor. The counterpart of {@code
   * loop.getnameinfo}, without the name of the service.
   *
   * @param address resolved
   * @return a coroutine to be awaited, for the name; for the address as text if it has none
   */
  default Coroutine<String> getnameinfo(InetSocketAddress address) {
    Arguments.notNull(address, "address");
    return Resolver.nameOf(self(), address);
  }

  /**
   * Puts TLS over a connection. The counterpart of {@code loop.start_tls}.
   *
   * @param transport of this loop, not over TLS yet; not to be used any more
   * @param protocol is told what the new transport receives, but not that it was made
   * @param context the certificates
   * @param serverSide true for the end that was connected to
   * @param options a client has to name the server, with the empty name for any
   * @return a coroutine to be awaited, for the new transport
   * @throws IOException from the await: {@link javax.net.ssl.SSLHandshakeException}
   */
  default Coroutine<Transport> startTls(
      Transport transport,
      BaseProtocol<Transport> protocol,
      SSLContext context,
      boolean serverSide,
      TlsOptions options)
      throws IOException {
    Arguments.notNull(protocol, "protocol");
    Arguments.notNull(context, "context");
    Arguments.notNull(options, "options");
    return StartTls.over(transport, protocol, context, options, serverSide);
  }
}
