package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.annotations.Async;
import io.jasyncio.spi.DatagramSocket;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.util.Optional;
import java.util.function.Supplier;

/** How endpoints for messages come by their sockets. */
final class DatagramEndpoints {

  private DatagramEndpoints() {}

  @Async
  static <P extends DatagramProtocol> Coroutine<Endpoint<DatagramTransport, P>> open(
      EventLoop loop, Supplier<P> factory, DatagramEndpointOptions options) throws IOException {
    InetSocketAddress local = await(known(loop, options.localAddress()));
    InetSocketAddress remote = await(known(loop, options.remoteAddress()));
    DatagramSocket socket = loop.io().network.datagram(null, local, remote, options.socket());
    return result(await(endpoint(loop, factory, socket)));
  }

  /** The address, looked up if need be; null if there is none. */
  @Async
  private static Coroutine<InetSocketAddress> known(
      EventLoop loop, Optional<InetSocketAddress> address) throws IOException {
    if (address.isPresent() && address.get().isUnresolved()) {
      String host = address.get().getHostString();
      return result(await(Resolver.resolve(loop, host, address.get().getPort())).get(0));
    }
    return result(address.orElse(null));
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
