package io.jasyncio;

import io.jasyncio.spi.ListeningSocket;
import io.jasyncio.spi.StreamSocket;
import io.jasyncio.spi.Watcher;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * One loop's share of the connections that another loop accepts, as a socket that listens: so a
 * server on it is like any other, and accepts no more than it has room for.
 */
final class HandedOver implements ListeningSocket {

  private final EventLoop loop;
  private final ListeningSocket source;

  /** Filled by the thread of the accepting loop. */
  private final Queue<StreamSocket> waiting = new ConcurrentLinkedQueue<>();

  private Watcher watcher;
  private int wanted;
  private volatile boolean closed;

  /**
   * A share without connections.
   *
   * @param loop takes them
   * @param source listens in truth, on another loop
   */
  HandedOver(EventLoop loop, ListeningSocket source) {
    this.loop = loop;
    this.source = source;
  }

  /** Hands a connection over; on the accepting loop's thread. */
  void add(StreamSocket accepted) {
    waiting.add(accepted);
    if (closed || !loop.postUnlessClosed(this::tell)) {
      drop();
    }
  }

  /** Tells in each turn, as long as something is there. */
  private void tell() {
    if ((wanted & Watcher.ACCEPT) != 0 && !waiting.isEmpty()) {
      watcher.ready(Watcher.ACCEPT);
      loop.enqueue(this::tell);
    }
  }

  @Override
  public StreamSocket accept() throws IOException {
    StreamSocket next = waiting.poll();
    return next == null ? null : loop.io().network.takeOver(next);
  }

  @Override
  public void setWatcher(Watcher watcher) {
    this.watcher = watcher;
  }

  @Override
  public void watchFor(int operations) {
    wanted = operations;
    tell();
  }

  @Override
  public SocketAddress localAddress() {
    return source.localAddress();
  }

  @Override
  public <T> boolean setOption(SocketOption<T> option, T value) throws IOException {
    return source.setOption(option, value);
  }

  @Override
  public Object channel() {
    return source.channel();
  }

  @Override
  public void close() {
    closed = true;
    drop();
  }

  private void drop() {
    for (StreamSocket left = waiting.poll(); left != null; left = waiting.poll()) {
      left.close();
    }
  }

  @Override
  public String toString() {
    return "share of " + source;
  }
}
