package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.annotations.Async;
import io.jasyncio.spi.Network;
import io.jasyncio.spi.Watch;
import io.jasyncio.spi.Watcher;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectableChannel;
import java.util.IdentityHashMap;

/** The channels that the program uses itself, and what is called when one of them can go on. */
final class ChannelWatches {

  private static final int READS = Watcher.READ | Watcher.ACCEPT;

  /** The callbacks of one channel: one at most for each direction. */
  private static final class Callbacks implements Watcher {

    final EventLoop loop;
    Watch watch;
    LoopHandle reader;
    LoopHandle writer;
    int readFor;
    int writeFor;

    Callbacks(EventLoop loop) {
      this.loop = loop;
    }

    @Override
    public void ready(int operations) {
      if (reader != null && (operations & readFor) != 0) {
        loop.enqueue(reader);
      }
      if (writer != null && (operations & writeFor) != 0) {
        loop.enqueue(writer);
      }
    }

    boolean isEmpty() {
      return reader == null && writer == null;
    }

    void update() {
      watch.watchFor((reader == null ? 0 : readFor) | (writer == null ? 0 : writeFor));
    }
  }

  private final EventLoop loop;
  private final Network network;
  private final IdentityHashMap<SelectableChannel, Callbacks> watched = new IdentityHashMap<>();

  /** So many channels may be watched before those are looked for that were closed meanwhile. */
  private int sweepAt = 16;

  ChannelWatches(EventLoop loop, Network network) {
    this.loop = loop;
    this.network = network;
  }

  /** Has {@code handle} run whenever the channel is ready, in place of what was there before. */
  void add(SelectableChannel channel, int operation, LoopHandle handle) throws IOException {
    if (!channel.isOpen()) {
      throw new ClosedChannelException();
    }
    Callbacks callbacks = watched.get(channel);
    if (callbacks == null) {
      sweep();
      callbacks = new Callbacks(loop);
      callbacks.watch = network.watch(channel, callbacks);
    }
    LoopHandle before = set(callbacks, operation, handle);
    if (before != null) {
      before.cancel();
    }
    callbacks.update();
    watched.put(channel, callbacks);
  }

  private static LoopHandle set(Callbacks callbacks, int operation, LoopHandle handle) {
    LoopHandle before;
    if ((operation & READS) != 0) {
      before = callbacks.reader;
      callbacks.reader = handle;
      callbacks.readFor = operation;
    } else {
      before = callbacks.writer;
      callbacks.writer = handle;
      callbacks.writeFor = operation;
    }
    return before;
  }

  /** Forgets the callback of a channel; false if there was none. */
  boolean remove(SelectableChannel channel, int operation) {
    Callbacks callbacks = watched.get(channel);
    if (callbacks == null) {
      return false;
    }
    LoopHandle before = set(callbacks, operation, null);
    if (before != null) {
      before.cancel();
    }
    if (callbacks.isEmpty()) {
      watched.remove(channel);
      callbacks.watch.stop();
    } else {
      callbacks.update();
    }
    return before != null;
  }

  /** Suspends until the channel is ready. */
  @Async
  Coroutine<Void> ready(SelectableChannel channel, int operation) throws IOException {
    Future<Void> ready = loop.createFuture();
    LoopHandle handle = new LoopHandle(() -> succeed(ready));
    add(channel, operation, handle);
    try {
      await(ready);
    } finally {
      // Cancelled: another task has taken the place meanwhile.
      if (!handle.cancelled()) {
        remove(channel, operation);
      }
    }
    return result();
  }

  private static void succeed(Future<Void> ready) {
    if (!ready.done()) {
      ready.setResult(null);
    }
  }

  private void sweep() {
    if (watched.size() >= sweepAt) {
      watched.keySet().removeIf(channel -> !channel.isOpen());
      sweepAt = 2 * Math.max(8, watched.size());
    }
  }
}
