package io.jasyncio.nio;

import io.jasyncio.spi.Socket;
import io.jasyncio.spi.Watcher;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SelectableChannel;

/** A channel as a socket. */
abstract class NioSocket<C extends SelectableChannel & NetworkChannel> implements Socket {

  private static final Logger LOGGER = System.getLogger(NioSocket.class.getName());

  final C channel;
  private final ChannelWatch watch;

  // The watch keeps the socket for when the loop is closed, and asks nothing of it before.
  @SuppressWarnings("this-escape")
  NioSocket(NioSelection selection, C channel) throws IOException {
    this.channel = channel;
    channel.configureBlocking(false);
    watch = new ChannelWatch(selection, channel, this);
  }

  @Override
  public final void setWatcher(Watcher watcher) {
    watch.setWatcher(watcher);
  }

  @Override
  public final void watchFor(int operations) {
    watch.watchFor(operations);
  }

  @Override
  public final SocketAddress localAddress() {
    try {
      return channel.getLocalAddress();
    } catch (IOException closed) {
      return null;
    }
  }

  @Override
  public final <T> boolean setOption(SocketOption<T> option, T value) throws IOException {
    boolean supported = channel.supportedOptions().contains(option);
    if (supported) {
      NetworkChannel unused = channel.setOption(option, value);
    }
    return supported;
  }

  @Override
  public final Object channel() {
    return channel;
  }

  @Override
  public final void close() {
    if (!channel.isOpen()) {
      return;
    }
    try {
      channel.close();
    } catch (IOException failure) {
      LOGGER.log(Level.DEBUG, "closing a socket failed", failure);
    }
    watch.end();
  }

  @Override
  public String toString() {
    return channel.toString();
  }
}
