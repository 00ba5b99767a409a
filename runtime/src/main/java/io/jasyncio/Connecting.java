package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.annotations.Async;
import io.jasyncio.spi.StreamSocket;
import io.jasyncio.spi.Watcher;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.SocketAddress;
import java.net.SocketException;
import java.nio.channels.SelectableChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** How clients come by a connection. */
final class Connecting {

  private Connecting() {}

  /** To a host, by the first of its addresses that answers. */
  @Async
  static <P extends BaseProtocol<Transport>> Coroutine<Endpoint<Transport, P>> toHost(
      EventLoop loop, Supplier<P> factory, String host, int port, ConnectOptions options)
      throws IOException {
    List<InetSocketAddress> addresses = await(Resolver.resolve(loop, host, port));
    LocalEnd local = await(LocalEnd.of(loop, options.localAddress()));
    StreamSocket socket;
    if (options.happyEyeballsDelay().isPresent() && addresses.size() > 1) {
      socket =
          await(
              StaggeredConnect.race(
                  loop,
                  Resolver.interleaved(addresses),
                  local,
                  options.happyEyeballsDelay().get()));
    } else {
      socket = await(firstOf(loop, addresses, local));
    }
    return result(await(transport(loop, factory, socket, host, options)));
  }

  /** To one address, such as a Unix socket's. */
  @Async
  static <P extends BaseProtocol<Transport>> Coroutine<Endpoint<Transport, P>> toAddress(
      EventLoop loop, Supplier<P> factory, SocketAddress address, ConnectOptions options)
      throws IOException {
    StreamSocket socket = await(connect(loop, address, LocalEnd.ANY));
    return result(await(transport(loop, factory, socket, "", options)));
  }

  /** Over a channel that is connected. */
  @Async
  static <P extends BaseProtocol<Transport>> Coroutine<Endpoint<Transport, P>> over(
      EventLoop loop, Supplier<P> factory, SelectableChannel channel, ConnectOptions options)
      throws IOException {
    StreamSocket socket = loop.io().network.adopt(channel);
    return result(await(transport(loop, factory, socket, "", options)));
  }

  @Async
  private static <P extends BaseProtocol<Transport>> Coroutine<Endpoint<Transport, P>> transport(
      EventLoop loop, Supplier<P> factory, StreamSocket socket, String host, ConnectOptions options)
      throws IOException {
    P protocol;
    SocketTransport transport;
    Transport visible;
    Future<Void> made = loop.createFuture();
    try {
      protocol = factory.get();
      transport = new SocketTransport(loop, socket, null);
      if (options.sslContext().isPresent()) {
        TlsProtocol tls =
            TlsProtocol.client(loop, options.sslContext().get(), options.tls(), host, made);
        tls.setAppProtocol(protocol, true);
        visible = tls.appTransport();
        transport.start(tls, null);
      } else {
        visible = transport;
        transport.start(protocol, made);
      }
    } catch (Throwable failure) {
      socket.close();
      throw failure;
    }
    try {
      await(made);
    } catch (Throwable failure) {
      visible.close();
      throw failure;
    }
    return result(new Endpoint<>(visible, protocol));
  }

  /** By one address after the other. */
  @Async
  static Coroutine<StreamSocket> firstOf(
      EventLoop loop, List<InetSocketAddress> addresses, LocalEnd local) throws IOException {
    List<IOException> failures = new ArrayList<>();
    for (InetSocketAddress address : addresses) {
      try {
        return result(await(connect(loop, address, local)));
      } catch (IOException failure) {
        failures.add(failure);
      }
    }
    throw allFailed(failures);
  }

  /** The failure of a single attempt, or one for all. */
  static IOException allFailed(List<IOException> failures) {
    IOException first = failures.get(0);
    if (failures.stream()
        .allMatch(f -> String.valueOf(f.getMessage()).equals(first.getMessage()))) {
      return first;
    }
    ConnectException all =
        new ConnectException(
            "Multiple exceptions: "
                + failures.stream().map(IOException::getMessage).collect(Collectors.joining(", ")));
    failures.forEach(all::addSuppressed);
    return all;
  }

  /** Connects a socket; closes it if that fails or is cancelled. */
  @Async
  static Coroutine<StreamSocket> connect(EventLoop loop, SocketAddress remote, LocalEnd local)
      throws IOException {
    StreamSocket socket = loop.io().network.open(remote);
    try {
      local.bind(socket, remote);
      await(connected(loop, socket, remote));
    } catch (Throwable failure) {
      socket.close();
      throw failure;
    }
    return result(socket);
  }

  @Async
  private static Coroutine<Void> connected(
      EventLoop loop, StreamSocket socket, SocketAddress remote) throws IOException {
    try {
      if (!socket.connect(remote)) {
        do {
          Future<Void> decided = loop.createFuture();
          socket.setWatcher(ready -> complete(decided));
          socket.watchFor(Watcher.CONNECT);
          await(decided);
        } while (!socket.finishConnect());
        socket.watchFor(0);
      }
    } catch (IOException failure) {
      throw naming(remote, failure);
    }
    return result();
  }

  private static void complete(Future<Void> future) {
    if (!future.done()) {
      future.setResult(null);
    }
  }

  /** The same kind of exception, with the address in its message. */
  static IOException naming(SocketAddress remote, IOException failure) {
    String message = "Connect call failed " + remote + ": " + failure.getMessage();
    SocketException named;
    if (failure.getClass() == ConnectException.class) {
      named = new ConnectException(message);
    } else if (failure.getClass() == NoRouteToHostException.class) {
      named = new NoRouteToHostException(message);
    } else if (failure.getClass() == BindException.class) {
      named = new BindException(message);
    } else if (failure.getClass() == SocketException.class) {
      named = new SocketException(message);
    } else {
      return failure;
    }
    named.initCause(failure);
    return named;
  }
}
