package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.annotations.Async;
import io.jasyncio.internal.Arguments;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Opens streams: transports with readers and writers on top. */
final class Streams {

  private Streams() {}

  @Async
  static Coroutine<Connection> open(EventLoop loop, String host, int port, ConnectOptions options)
      throws IOException {
    var endpoint = await(Connecting.toHost(loop, clients(loop, options), host, port, options));
    return result(connection(endpoint));
  }

  @Async
  static Coroutine<Connection> openUnix(EventLoop loop, Path path, ConnectOptions options)
      throws IOException {
    var endpoint =
        await(
            Connecting.toAddress(
                loop, clients(loop, options), UnixDomainSocketAddress.of(path), options));
    return result(connection(endpoint));
  }

  private static Supplier<StreamProtocol> clients(EventLoop loop, ConnectOptions options) {
    return () -> protocol(loop, options.limit(), null);
  }

  private static Connection connection(Endpoint<Transport, StreamProtocol> endpoint) {
    StreamProtocol protocol = endpoint.protocol();
    StreamWriter writer = new StreamWriter(endpoint.transport(), protocol, protocol.reader());
    return new Connection(protocol.reader(), writer);
  }

  /** Makes what a server makes for each connection. */
  static Supplier<StreamProtocol> servants(
      EventLoop loop, ConnectionHandler handler, ServerOptions options) {
    Arguments.notNull(handler, "handler");
    return () -> protocol(loop, options.limit(), handler);
  }

  private static StreamProtocol protocol(EventLoop loop, int limit, ConnectionHandler handler) {
    return new StreamProtocol(loop, new StreamReader(limit, loop, loop.io().pool), handler);
  }
}
