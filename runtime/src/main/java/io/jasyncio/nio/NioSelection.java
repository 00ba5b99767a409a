package io.jasyncio.nio;

import io.jasyncio.spi.Selection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.List;
import java.util.function.Consumer;

/** A selector that tells watchers, without allocating anything for it. */
public final class NioSelection implements Selection {

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Selector selector;
  private final Consumer<SelectionKey> notify = NioSelection::tell;

  /** A channel was closed: the selector lets go of its descriptor when it selects. */
  private boolean hasClosed;

  private NioSelection(Selector selector) {
    this.selector = selector;
  }

  /**
   * Opens a selector, which takes descriptors.
   *
   * @throws IOException if there are none left
   */
  public static NioSelection open() throws IOException {
    return new NioSelection(Selector.open());
  }

  @Override
  public void selectNow() {
    hasClosed = false;
    try {
      int unused = selector.selectNow(notify);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void select(long nanos) {
    hasClosed = false;
    // The selector waits for whole milliseconds, and 0 is no limit.
    long millis = nanos == Long.MAX_VALUE ? 0 : (nanos - 1) / NANOS_PER_MILLI + 1;
    try {
      int unused = selector.select(notify, millis);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * Waits until a channel is ready or {@link #wakeup} is called, and tells nobody. For a thread
   * that waits in the place of the loop's, while that uses none of the channels.
   *
   * @return true if a channel is ready
   */
  public boolean awaitReady() {
    try {
      return selector.select(key -> {}) > 0;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * Tells whether there is something to wait for.
   *
   * @return false if no channel is watched
   */
  public boolean isEmpty() {
    return selector.keys().isEmpty();
  }

  @Override
  public boolean isDue() {
    return hasClosed;
  }

  @Override
  public void wakeup() {
    Selector unused = selector.wakeup();
  }

  /** Closes the sockets and the selector. Channels that the program uses itself stay open. */
  @Override
  public void close() {
    for (SelectionKey key : List.copyOf(selector.keys())) {
      ((ChannelWatch) key.attachment()).closeSocket();
    }
    try {
      selector.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Refuses a channel that somebody else watches here. */
  void checkUnwatched(SelectableChannel channel) {
    SelectionKey key = channel.keyFor(selector);
    if (key != null && key.isValid()) {
      throw new IllegalStateException("The channel is used by a transport: " + channel);
    }
  }

  SelectionKey register(SelectableChannel channel, int operations, ChannelWatch watch)
      throws ClosedChannelException {
    SelectionKey former = channel.keyFor(selector);
    if (former != null && !former.isValid()) {
      // It was watched before: the selector forgets its key when it selects.
      selectNow();
    }
    return channel.register(selector, operations, watch);
  }

  void noteClosed() {
    hasClosed = true;
  }

  private static void tell(SelectionKey key) {
    if (key.isValid()) {
      ((ChannelWatch) key.attachment()).ready(key.readyOps());
    }
  }
}
