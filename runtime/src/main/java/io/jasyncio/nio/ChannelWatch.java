package io.jasyncio.nio;

import io.jasyncio.spi.Socket;
import io.jasyncio.spi.Watch;
import io.jasyncio.spi.Watcher;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;

/** Watches one channel. The selector hears of it when there is first something to watch for. */
final class ChannelWatch implements Watch {

  private final NioSelection selection;
  private final SelectableChannel channel;

  /** Null if the channel is the program's. */
  private final Socket socket;

  private SelectionKey key;
  private Watcher watcher;
  private int operations;

  ChannelWatch(NioSelection selection, SelectableChannel channel, Socket socket) {
    this.selection = selection;
    this.socket = socket;
    this.channel = channel;
  }

  void setWatcher(Watcher watcher) {
    this.watcher = watcher;
  }

  void ready(int ready) {
    watcher.ready(ready);
  }

  /** The loop is closed. */
  void closeSocket() {
    if (socket != null) {
      socket.close();
    }
  }

  @Override
  public void watchFor(int wanted) {
    if (wanted == operations) {
      return;
    }
    operations = wanted;
    if (key == null) {
      register();
    } else if (key.isValid()) {
      key.interestOps(wanted);
    }
  }

  @Override
  public void stop() {
    operations = 0;
    if (key != null) {
      key.cancel();
      key = null;
      selection.noteClosed();
    }
  }

  private void register() {
    try {
      key = selection.register(channel, operations, this);
    } catch (ClosedChannelException closed) {
      throw new UncheckedIOException("cannot watch a channel that is closed", closed);
    }
  }

  /** The channel was closed. */
  void end() {
    operations = 0;
    if (key != null) {
      selection.noteClosed();
    }
  }
}
