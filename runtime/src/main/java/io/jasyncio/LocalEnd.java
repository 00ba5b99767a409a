package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.annotations.Async;
import io.jasyncio.spi.StreamSocket;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.Optional;

/** The addresses that this end of a connection may have. */
final class LocalEnd {

  /** The operating system chooses. */
  static final LocalEnd ANY = new LocalEnd(List.of());

  private final List<InetSocketAddress> candidates;

  private LocalEnd(List<InetSocketAddress> candidates) {
    this.candidates = candidates;
  }

  /** Those that the program wants, looked up if need be. */
  @Async
  static Coroutine<LocalEnd> of(EventLoop loop, Optional<InetSocketAddress> wanted)
      throws IOException {
    if (wanted.isEmpty()) {
      return result(ANY);
    }
    InetSocketAddress address = wanted.get();
    return result(
        new LocalEnd(
            address.isUnresolved()
                ? await(Resolver.resolve(loop, address.getHostString(), address.getPort()))
                : List.of(address)));
  }

  /** Gives the socket the first of them that is of the other end's kind and free. */
  void bind(StreamSocket socket, SocketAddress remote) throws IOException {
    if (candidates.isEmpty()) {
      return;
    }
    BindException failure = null;
    for (InetSocketAddress candidate : candidates) {
      if (reaches(candidate.getAddress(), remote)) {
        try {
          socket.bind(candidate);
          return;
        } catch (BindException taken) {
          failure = Listening.naming(candidate, taken);
        }
      }
    }
    if (failure == null) {
      failure =
          new BindException("None of the local addresses " + candidates + " reaches " + remote);
    }
    throw failure;
  }

  /** Tells whether both are addresses of one kind, or there is no telling. */
  static boolean reaches(InetAddress candidate, SocketAddress remote) {
    return candidate.isAnyLocalAddress()
        || !(remote instanceof InetSocketAddress inet)
        || inet.getAddress().getClass() == candidate.getClass();
  }
}
