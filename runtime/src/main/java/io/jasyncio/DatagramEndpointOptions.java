package io.jasyncio;

import io.jasyncio.internal.Arguments;
import io.jasyncio.spi.DatagramOptions;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * How an endpoint for messages is opened. The counterpart of the keyword arguments of {@code
 * loop.create_datagram_endpoint}.
 *
 * <pre>{@code
 * DatagramEndpointOptions.DEFAULT.withLocalAddress(new InetSocketAddress("localhost", 9999))
 * }</pre>
 *
 * <p>Immutable. Addresses that are not resolved are looked up when the endpoint is made.
 */
public final class DatagramEndpointOptions {

  /** Any local port, not connected, not shared, no broadcast. */
  public static final DatagramEndpointOptions DEFAULT =
      new DatagramEndpointOptions(null, null, new DatagramOptions(false, false));

  private final InetSocketAddress localAddress;
  private final InetSocketAddress remoteAddress;
  private final DatagramOptions socket;

  private DatagramEndpointOptions(
      InetSocketAddress localAddress, InetSocketAddress remoteAddress, DatagramOptions socket) {
    this.localAddress = localAddress;
    this.remoteAddress = remoteAddress;
    this.socket = socket;
  }

  /**
   * Sets where to receive.
   *
   * @param address port 0 for any
   * @return options that are otherwise as these
   */
  public DatagramEndpointOptions withLocalAddress(InetSocketAddress address) {
    return new DatagramEndpointOptions(
        Arguments.notNull(address, "address"), remoteAddress, socket);
  }

  /**
   * Connects the endpoint: it sends to and receives from this address only, and is told when nobody
   * listens there.
   *
   * @param address the only one
   * @return options that are otherwise as these
   */
  public DatagramEndpointOptions withRemoteAddress(InetSocketAddress address) {
    return new DatagramEndpointOptions(localAddress, Arguments.notNull(address, "address"), socket);
  }

  /**
   * Shares the port with other endpoints that do so, too.
   *
   * @param reuse true to share
   * @return options that are otherwise as these
   */
  public DatagramEndpointOptions withReusePort(boolean reuse) {
    return new DatagramEndpointOptions(
        localAddress, remoteAddress, new DatagramOptions(reuse, socket.broadcast()));
  }

  /**
   * Allows to send to all in the local network.
   *
   * @param allow true to allow it
   * @return options that are otherwise as these
   */
  public DatagramEndpointOptions withAllowBroadcast(boolean allow) {
    return new DatagramEndpointOptions(
        localAddress, remoteAddress, new DatagramOptions(socket.reusePort(), allow));
  }

  Optional<InetSocketAddress> localAddress() {
    return Optional.ofNullable(localAddress);
  }

  Optional<InetSocketAddress> remoteAddress() {
    return Optional.ofNullable(remoteAddress);
  }

  DatagramOptions socket() {
    return socket;
  }
}
