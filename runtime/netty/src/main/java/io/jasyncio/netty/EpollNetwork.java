package io.jasyncio.netty;

import io.jasyncio.spi.DatagramOptions;
import io.jasyncio.spi.DatagramSocket;
import io.jasyncio.spi.ListenOptions;
import io.jasyncio.spi.ListeningSocket;
import io.jasyncio.spi.Network;
import io.jasyncio.spi.StreamSocket;
import io.jasyncio.spi.Watch;
import io.jasyncio.spi.Watcher;
import io.netty.channel.epoll.LinuxSocket;
import java.io.IOException;
import java.net.BindException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SelectableChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.function.Supplier;

/** Sockets over descriptors and one epoll, which is opened for the first of them. */
final class EpollNetwork implements Network {

  /** Gives the selection, which it opens when it is first asked. */
  @FunctionalInterface
  interface Opener {
    EpollSelection get() throws IOException;
  }

  private final Opener selection;

  EpollNetwork(Opener selection) {
    this.selection = selection;
  }

  @Override
  public StreamSocket open(SocketAddress remote) throws IOException {
    boolean unix = Addresses.isUnix(remote);
    return new EpollStreamSocket(selection.get(), stream(unix), unix);
  }

  private static LinuxSocket stream(boolean unix) throws IOException {
    return unix ? made(LinuxSocket::newSocketDomain) : made(LinuxSocket::newSocketStream);
  }

  private static LinuxSocket made(Supplier<LinuxSocket> maker) throws IOException {
    try {
      return maker.get();
    } catch (RuntimeException failure) {
      throw Failures.checked(failure);
    }
  }

  @Override
  public ListeningSocket listen(SocketAddress local, ListenOptions options) throws IOException {
    EpollSelection opened = selection.get();
    boolean unix = Addresses.isUnix(local);
    LinuxSocket socket = stream(unix);
    try {
      if (!unix) {
        socket.setReuseAddress(options.reuseAddress());
        if (options.reusePort()) {
          socket.setReusePort(true);
        }
      }
      if (local instanceof UnixDomainSocketAddress path) {
        checkFree(path);
      }
      socket.bind(Addresses.toNetty(local));
      socket.listen(options.backlog());
      return new EpollListeningSocket(opened, socket, unix);
    } catch (IOException failure) {
      closeAfter(failure, socket);
      throw Failures.named(failure);
    } catch (RuntimeException failure) {
      closeAfter(failure, socket);
      throw failure;
    }
  }

  /** Netty would delete what is there, whatever it is. */
  private static void checkFree(UnixDomainSocketAddress local) throws BindException {
    if (Files.exists(local.getPath(), LinkOption.NOFOLLOW_LINKS)) {
      throw new BindException("Address already in use");
    }
  }

  @Override
  public DatagramSocket datagram(
      ProtocolFamily family, SocketAddress local, SocketAddress remote, DatagramOptions options)
      throws IOException {
    EpollSelection opened = selection.get();
    LinuxSocket socket = datagram(family, local != null ? local : remote);
    try {
      if (options.reusePort()) {
        socket.setReusePort(true);
      }
      if (options.broadcast()) {
        socket.setBroadcast(true);
      }
      socket.bind(local == null ? new InetSocketAddress(0) : Addresses.toNetty(local));
      if (remote != null) {
        boolean unused = socket.connect(Addresses.toNetty(remote));
      }
      return new EpollDatagramSocket(opened, socket);
    } catch (IOException failure) {
      closeAfter(failure, socket);
      throw Failures.named(failure);
    } catch (RuntimeException failure) {
      closeAfter(failure, socket);
      throw failure;
    }
  }

  private static LinuxSocket datagram(ProtocolFamily family, SocketAddress address)
      throws IOException {
    if (family == null && !(address instanceof InetSocketAddress inet && !inet.isUnresolved())) {
      return made(LinuxSocket::newSocketDgram);
    }
    boolean six =
        family == null
            ? ((InetSocketAddress) address).getAddress() instanceof Inet6Address
            : family == StandardProtocolFamily.INET6;
    return made(() -> LinuxSocket.newSocketDgram(six));
  }

  private static void closeAfter(Exception failure, LinuxSocket socket) {
    try {
      socket.close();
    } catch (IOException closing) {
      failure.addSuppressed(closing);
    }
  }

  @Override
  public StreamSocket takeOver(StreamSocket accepted) throws IOException {
    EpollStreamSocket from = (EpollStreamSocket) accepted;
    return new EpollStreamSocket(selection.get(), from.socket, from.isUnix());
  }

  // The program's own channels

  private Network channels() throws IOException {
    return selection.get().channels().network();
  }

  @Override
  public StreamSocket adopt(SelectableChannel channel) throws IOException {
    return channels().adopt(channel);
  }

  @Override
  public ListeningSocket adoptListening(SelectableChannel channel) throws IOException {
    return channels().adoptListening(channel);
  }

  @Override
  public DatagramSocket adoptDatagram(SelectableChannel channel) throws IOException {
    return channels().adoptDatagram(channel);
  }

  @Override
  public Watch watch(SelectableChannel channel, Watcher watcher) throws IOException {
    return channels().watch(channel, watcher);
  }
}
