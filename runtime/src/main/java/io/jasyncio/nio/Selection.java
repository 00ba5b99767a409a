package io.jasyncio.nio;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.List;
import java.util.function.Consumer;

/** A selector that tells watchers, without allocating anything for it. */
public final class Selection implements Closeable {

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Selector selector;
  private final Consumer<SelectionKey> notify = Selection::tell;

  /** A channel was closed: the selector lets go of its descriptor when it selects. */
  private boolean hasClosed;

  private Selection(Selector selector) {
    this.selector = selector;
  }

  /**
   * Opens a selector, which takes descriptors.
   *
   * @throws IOException if there are none left
   */
  public static Selection open() throws IOException {
    return new Selection(Selector.open());
  }

  /** Tells the watchers whose channels are ready. */
  public void selectNow() {
    hasClosed = false;
    try {
      int unused = selector.selectNow(notify);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * Waits until a channel is ready or {@link #wakeup} is called, and tells the watchers.
   *
   * @param nanos more than 0, rounded up to milliseconds; {@link Long#MAX_VALUE} for no limit
   */
  public void select(long nanos) {
    hasClosed = false;
    // For the selector, 0 is no limit.
    long millis = nanos == Long.MAX_VALUE ? 0 : (nanos - 1) / NANOS_PER_MILLI + 1;
    try {
      int unused = selector.select(notify, millis);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Tells whether selecting has more to do than to look for what is ready. */
  public boolean isDue() {
    return hasClosed;
  }

  /** Ends the present {@link #select}, or else the next one. Called from any thread. */
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
