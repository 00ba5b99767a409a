package io.jasyncio.netty;

import io.jasyncio.spi.Socket;
import io.jasyncio.spi.Watcher;
import io.netty.channel.IoEvent;
import io.netty.channel.IoRegistration;
import io.netty.channel.epoll.EpollIoEvent;
import io.netty.channel.epoll.EpollIoHandle;
import io.netty.channel.epoll.EpollIoOps;
import io.netty.channel.epoll.LinuxSocket;
import io.netty.channel.unix.FileDescriptor;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.SocketAddress;
import java.net.SocketOption;

/**
 * A descriptor as a socket.
 *
 * <p>What epoll watches for is made more at once, for that is wanted, and made less only when it
 * has reported in vain: most of what is not wanted now is wanted again before it happens.
 */
abstract class EpollSocket implements Socket {

  private static final Logger LOGGER = System.getLogger(EpollSocket.class.getName());

  private static final int READS = Watcher.READ | Watcher.ACCEPT;
  private static final int WRITES = Watcher.WRITE | Watcher.CONNECT;

  private static final EpollIoOps IN = EpollIoOps.EPOLLIN;
  private static final EpollIoOps OUT = EpollIoOps.EPOLLOUT;
  private static final EpollIoOps IN_AND_OUT = IN.with(OUT);

  final EpollSelection selection;
  final LinuxSocket socket;
  private final Events events = new Events();
  private final boolean unix;

  private Watcher watcher;
  private int wanted;

  /** What epoll watches for; more than is wanted, at times. */
  private int watched;

  /** Null while epoll does not know of the socket. */
  private IoRegistration registration;

  EpollSocket(EpollSelection selection, LinuxSocket socket, boolean unix) {
    this.selection = selection;
    this.socket = socket;
    this.unix = unix;
  }

  final boolean isUnix() {
    return unix;
  }

  @Override
  public final void setWatcher(Watcher watcher) {
    this.watcher = watcher;
  }

  @Override
  public final void watchFor(int operations) {
    wanted = operations;
    if ((wanted & ~watched) != 0 && socket.isOpen()) {
      watchWhatIsWanted();
    }
  }

  /** Watched for nothing, a socket would still report that its other end has gone. */
  private void watchWhatIsWanted() {
    watched = wanted;
    if (wanted == 0) {
      forget();
      return;
    }
    if (registration == null) {
      registration = selection.register(events);
    }
    boolean reads = (wanted & READS) != 0;
    boolean writes = (wanted & WRITES) != 0;
    long unused = registration.submit(reads && writes ? IN_AND_OUT : reads ? IN : OUT);
  }

  private void forget() {
    if (registration != null) {
      boolean unused = registration.cancel();
      registration = null;
    }
  }

  private void happened(EpollIoOps event) {
    int ready = 0;
    if (event.contains(IN)) {
      ready |= READS;
    }
    if (event.contains(OUT)) {
      ready |= WRITES;
    }
    if ((event.value() & ~IN_AND_OUT.value()) != 0) {
      // An error, or both directions have come to their end: reading and writing tell.
      ready = READS | WRITES;
    }
    if ((ready & wanted) != 0) {
      watcher.ready(ready & wanted);
    } else {
      watchWhatIsWanted();
    }
  }

  @Override
  public final SocketAddress localAddress() {
    if (!socket.isOpen()) {
      return null;
    }
    return unix ? Addresses.toJava(socket.localDomainSocketAddress()) : socket.localAddress();
  }

  /** Null if there is none. */
  public final SocketAddress remoteAddress() {
    if (!socket.isOpen()) {
      return null;
    }
    return unix ? Addresses.toJava(socket.remoteDomainSocketAddress()) : socket.remoteAddress();
  }

  @Override
  public final <T> boolean setOption(SocketOption<T> option, T value) throws IOException {
    try {
      return Options.set(socket, option, value);
    } catch (IOException failure) {
      throw Failures.named(failure);
    }
  }

  @Override
  public final Object channel() {
    return socket;
  }

  @Override
  public final void close() {
    if (!socket.isOpen()) {
      return;
    }
    try {
      // Closed, it is no longer watched; the handler is told afterwards, and saves a call.
      socket.close();
    } catch (IOException failure) {
      LOGGER.log(Level.DEBUG, "closing a socket failed", failure);
    }
    forget();
  }

  @Override
  public final String toString() {
    return getClass().getSimpleName() + " (" + socket + ", " + localAddress() + ")";
  }

  /** What Netty sees of the socket. */
  private final class Events implements EpollIoHandle {

    @Override
    public FileDescriptor fd() {
      return socket;
    }

    @Override
    public void handle(IoRegistration from, IoEvent event) {
      happened(((EpollIoEvent) event).ops());
    }

    /** The loop is closed. */
    @Override
    public void close() {
      EpollSocket.this.close();
    }
  }
}
