package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.annotations.Async;
import io.jasyncio.spi.ListeningSocket;
import io.jasyncio.spi.Network;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SelectableChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** How servers come by their sockets. */
final class Listening {

  /** The bits of a file's mode that say what it is, and their value for a socket. */
  private static final int FILE_TYPE = 0170000;

  private static final int SOCKET = 0140000;

  private Listening() {}

  /** On all addresses of a host; null or empty for all of this machine. */
  @Async
  static Coroutine<Server> onHost(
      EventLoop loop,
      Supplier<? extends BaseProtocol<Transport>> factory,
      String host,
      int port,
      ServerOptions options)
      throws IOException {
    return result(serve(loop, await(socketsOn(loop, host, port, options)), factory, options));
  }

  @Async
  static Coroutine<List<ListeningSocket>> socketsOn(
      EventLoop loop, String host, int port, ServerOptions options) throws IOException {
    List<? extends SocketAddress> addresses =
        host == null || host.isEmpty()
            ? List.of(new InetSocketAddress(port))
            : await(Resolver.resolve(loop, host, port));
    return result(listen(loop.io().network, addresses, options));
  }

  /** On one address, such as a Unix socket's. */
  @Async
  static Coroutine<Server> onAddress(
      EventLoop loop,
      Supplier<? extends BaseProtocol<Transport>> factory,
      SocketAddress address,
      ServerOptions options)
      throws IOException {
    if (address instanceof UnixDomainSocketAddress unix) {
      removeStale(unix.getPath());
    }
    return result(
        serve(loop, listen(loop.io().network, List.of(address), options), factory, options));
  }

  /** Removes the socket that an earlier server has left; never anything else. */
  private static void removeStale(Path path) throws IOException {
    try {
      int mode = (int) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS);
      if ((mode & FILE_TYPE) == SOCKET) {
        Files.delete(path);
      }
    } catch (NoSuchFileException | UnsupportedOperationException none) {
      // Nothing is there, or nobody can tell what: then listening finds out.
      return;
    }
  }

  /** On a channel that is bound. */
  @Async
  static Coroutine<Server> over(
      EventLoop loop,
      Supplier<? extends BaseProtocol<Transport>> factory,
      SelectableChannel channel,
      ServerOptions options)
      throws IOException {
    return result(
        serve(loop, List.of(loop.io().network.adoptListening(channel)), factory, options));
  }

  /** On sockets that listen. */
  static Server serve(
      EventLoop loop,
      List<ListeningSocket> sockets,
      Supplier<? extends BaseProtocol<Transport>> factory,
      ServerOptions options) {
    checkTls(sockets, options);
    Server server = new Server(loop, sockets, factory, options);
    if (options.startsServing()) {
      server.beginServing();
    }
    return server;
  }

  /** Refuses at once what would fail each handshake, such as the name of a cipher suite. */
  private static void checkTls(List<ListeningSocket> sockets, ServerOptions options) {
    try {
      options
          .sslContext()
          .ifPresent(context -> Objects.requireNonNull(TlsEngines.server(context, options.tls())));
    } catch (RuntimeException refused) {
      sockets.forEach(ListeningSocket::close);
      throw refused;
    }
  }

  /**
   * Listens on each address. Where the first gets a free port, the others get the same if they can.
   * An address that this machine turns out not to have is left out, unless it is the only one.
   */
  private static List<ListeningSocket> listen(
      Network network, List<? extends SocketAddress> addresses, ServerOptions options)
      throws IOException {
    List<ListeningSocket> sockets = new ArrayList<>();
    BindException missing = null;
    try {
      for (SocketAddress address : addresses) {
        try {
          sockets.add(listenOn(network, address, portOf(sockets), options));
        } catch (BindException failure) {
          if (!String.valueOf(failure.getMessage()).contains("Cannot assign")) {
            throw naming(address, failure);
          }
          missing = naming(address, failure);
        }
      }
      if (sockets.isEmpty()) {
        throw missing;
      }
    } catch (IOException | RuntimeException failure) {
      sockets.forEach(ListeningSocket::close);
      throw failure;
    }
    return sockets;
  }

  private static ListeningSocket listenOn(
      Network network, SocketAddress address, int chosenPort, ServerOptions options)
      throws IOException {
    if (chosenPort > 0 && address instanceof InetSocketAddress inet && inet.getPort() == 0) {
      try {
        return network.listen(
            new InetSocketAddress(inet.getAddress(), chosenPort), options.listening());
      } catch (BindException taken) {
        // Then this address gets a port of its own.
        return network.listen(address, options.listening());
      }
    }
    return network.listen(address, options.listening());
  }

  private static int portOf(List<ListeningSocket> sockets) {
    return !sockets.isEmpty() && sockets.get(0).localAddress() instanceof InetSocketAddress first
        ? first.getPort()
        : 0;
  }

  static BindException naming(SocketAddress address, BindException failure) {
    BindException named =
        new BindException(
            "error while attempting to bind on address " + address + ": " + failure.getMessage());
    named.initCause(failure);
    return named;
  }
}
