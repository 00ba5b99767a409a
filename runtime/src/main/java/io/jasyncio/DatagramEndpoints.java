package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.annotations.Async;
import io.jasyncio.spi.DatagramSocket;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** How endpoints for messages come by their sockets. */
final class DatagramEndpoints {

  private DatagramEndpoints() {}

  @Async
  static <P extends DatagramProtocol> Coroutine<Endpoint<DatagramTransport, P>> open(
      EventLoop loop, Supplier<P> factory, DatagramEndpointOptions options) throws IOException {
    List<InetSocketAddress> locals = await(known(loop, options.localAddress()));
    List<InetSocketAddress> remotes = await(known(loop, options.remoteAddress()));
    Ends ends = Ends.of(locals, remotes);
    DatagramSocket socket =
        loop.io().network.datagram(null, ends.local(), ends.remote(), options.socket());
    return result(await(endpoint(loop, factory, socket)));
  }

  /** The addresses of a name; none if there is none. */
  @Async
  private static Coroutine<List<InetSocketAddress>> known(
      EventLoop loop, Optional<InetSocketAddress> address) throws IOException {
    if (address.isPresent() && address.get().isUnresolved()) {
      String host = address.get().getHostString();
      return result(await(Resolver.resolve(loop, host, address.get().getPort())));
    }
    return result(address.map(List::of).orElse(List.of()));
  }

  /** Both addresses of an endpoint; null for none. */
  private record Ends(InetSocketAddress local, InetSocketAddress remote) {

    /** The first of them that go together. */
    static Ends of(List<InetSocketAddress> locals, List<InetSocketAddress> remotes) {
      if (locals.isEmpty() || remotes.isEmpty()) {
        return new Ends(
            locals.isEmpty() ? null : locals.get(0), remotes.isEmpty() ? null : remotes.get(0));
      }
      for (InetSocketAddress local : locals) {
        for (InetSocketAddress remote : remotes) {
          if (LocalEnd.reaches(local.getAddress(), remote)) {
            return new Ends(local, remote);
          }
        }
      }
      throw new IllegalArgumentException(
          "The local address %s and the remote address %s are of different kinds"
              .formatted(locals.get(0), remotes.get(0)));
    }
  }

  @Async
  static <P extends DatagramProtocol> Coroutine<Endpoint<DatagramTransport, P>> over(
      EventLoop loop, Supplier<P> factory, DatagramChannel channel) throws IOException {
    return result(await(endpoint(loop, factory, loop.io().network.adoptDatagram(channel))));
  }

  @Async
  private static <P extends DatagramProtocol> Coroutine<Endpoint<DatagramTransport, P>> endpoint(
      EventLoop loop, Supplier<P> factory, DatagramSocket socket) {
    P protocol;
    DatagramSocketTransport transport;
    Future<Void> made = loop.createFuture();
    try {
      protocol = factory.get();
      transport = new DatagramSocketTransport(loop, socket, protocol, made);
    } catch (Throwable failure) {
      socket.close();
      throw failure;
    }
    try {
      await(made);
    } catch (Throwable failure) {
      transport.close();
      throw failure;
    }
    return result(new Endpoint<>(transport, protocol));
  }
}
