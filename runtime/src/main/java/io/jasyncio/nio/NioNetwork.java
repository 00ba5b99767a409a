package io.jasyncio.nio;

import io.jasyncio.spi.DatagramOptions;
import io.jasyncio.spi.DatagramSocket;
import io.jasyncio.spi.ListenOptions;
import io.jasyncio.spi.ListeningSocket;
import io.jasyncio.spi.Network;
import io.jasyncio.spi.StreamSocket;
import io.jasyncio.spi.Watch;
import io.jasyncio.spi.Watcher;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** Sockets over channels and one selector, which is opened for the first of them. */
public final class NioNetwork implements Network {

  /** Gives the selector, which it opens when it is first asked. */
  @FunctionalInterface
  public interface Opener {

    /**
     * The selector.
     *
     * @return always the same
     * @throws IOException if it cannot be opened
     */
    NioSelection get() throws IOException;
  }

  private final Opener selection;

  /**
   * A network without sockets.
   *
   * @param selection asked when there is a socket to watch
   */
  public NioNetwork(Opener selection) {
    this.selection = selection;
  }

  @Override
  public StreamSocket open(SocketAddress remote) throws IOException {
    NioSelection opened = selection.get();
    SocketChannel channel =
        remote instanceof UnixDomainSocketAddress
            ? SocketChannel.open(StandardProtocolFamily.UNIX)
            : SocketChannel.open();
    return new NioStreamSocket(opened, channel);
  }

  @Override
  public ListeningSocket listen(SocketAddress local, ListenOptions options) throws IOException {
    NioSelection opened = selection.get();
    ServerSocketChannel channel =
        local instanceof UnixDomainSocketAddress
            ? ServerSocketChannel.open(StandardProtocolFamily.UNIX)
            : ServerSocketChannel.open();
    try {
      if (local instanceof InetSocketAddress) {
        channel.setOption(StandardSocketOptions.SO_REUSEADDR, options.reuseAddress());
        if (options.reusePort()) {
          channel.setOption(StandardSocketOptions.SO_REUSEPORT, true);
        }
      }
      channel.bind(local, options.backlog());
      return new NioListeningSocket(opened, channel);
    } catch (IOException | RuntimeException failure) {
      closeAfter(failure, channel);
      throw failure;
    }
  }

  @Override
  public DatagramSocket datagram(
      ProtocolFamily family, SocketAddress local, SocketAddress remote, DatagramOptions options)
      throws IOException {
    NioSelection opened = selection.get();
    ProtocolFamily chosen = family != null ? family : familyOf(local != null ? local : remote);
    DatagramChannel channel =
        chosen == null ? DatagramChannel.open() : DatagramChannel.open(chosen);
    try {
      if (options.reusePort()) {
        channel.setOption(StandardSocketOptions.SO_REUSEPORT, true);
      }
      if (options.broadcast()) {
        channel.setOption(StandardSocketOptions.SO_BROADCAST, true);
      }
      channel.bind(local);
      if (remote != null) {
        channel.connect(remote);
      }
      return new NioDatagramSocket(opened, channel);
    } catch (IOException | RuntimeException failure) {
      closeAfter(failure, channel);
      throw failure;
    }
  }

  private static ProtocolFamily familyOf(SocketAddress address) {
    if (address instanceof InetSocketAddress inet && inet.getAddress() != null) {
      return inet.getAddress() instanceof Inet6Address
          ? StandardProtocolFamily.INET6
          : StandardProtocolFamily.INET;
    }
    return null;
  }

  private static void closeAfter(Exception failure, Channel channel) {
    try {
      channel.close();
    } catch (IOException closing) {
      failure.addSuppressed(closing);
    }
  }

  @Override
  public StreamSocket adopt(SelectableChannel channel) throws IOException {
    if (channel instanceof SocketChannel stream) {
      return new NioStreamSocket(selection.get(), stream);
    }
    throw new IllegalArgumentException(
        "A stream socket was expected, got " + channel + ": use a SocketChannel");
  }

  @Override
  public StreamSocket takeOver(StreamSocket accepted) throws IOException {
    return adopt((SelectableChannel) accepted.channel());
  }

  @Override
  public ListeningSocket adoptListening(SelectableChannel channel) throws IOException {
    if (channel instanceof ServerSocketChannel listening) {
      return new NioListeningSocket(selection.get(), listening);
    }
    throw new IllegalArgumentException(
        "A listening socket was expected, got " + channel + ": use a ServerSocketChannel");
  }

  @Override
  public DatagramSocket adoptDatagram(SelectableChannel channel) throws IOException {
    if (channel instanceof DatagramChannel datagrams) {
      return new NioDatagramSocket(selection.get(), datagrams);
    }
    throw new IllegalArgumentException(
        "A socket for messages was expected, got " + channel + ": use a DatagramChannel");
  }

  @Override
  public Watch watch(SelectableChannel channel, Watcher watcher) throws IOException {
    if (channel.isBlocking()) {
      throw new IllegalArgumentException(
          "the socket must be non-blocking: call channel.configureBlocking(false) first");
    }
    selection.get().checkUnwatched(channel);
    ChannelWatch watch = new ChannelWatch(selection.get(), channel, null);
    watch.setWatcher(watcher);
    return watch;
  }
}
