package io.jasyncio.benchmarks.echo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/**
 * Many connections on one thread. Each sends a request, waits until all of it is back, and sends
 * the next; so there are never more requests under way than connections.
 */
final class Client implements AutoCloseable {

  private final Selector selector = Selector.open();
  private final ByteBuffer received = ByteBuffer.allocateDirect(64 * 1024);
  private final byte[] request;
  private Latencies latencies = new Latencies();

  private static final class Pending {
    final ByteBuffer toSend;
    int missing;
    long sentAt;

    Pending(byte[] request) {
      toSend = ByteBuffer.allocateDirect(request.length).put(request);
    }
  }

  Client(int port, int connections, Shape shape) throws IOException {
    request = shape.request();
    InetSocketAddress server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    for (int i = 0; i < connections; i++) {
      SocketChannel channel = SocketChannel.open(server);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ, new Pending(request));
    }
    for (SelectionKey key : selector.keys()) {
      send(key);
    }
  }

  /** Goes on for some time, and tells how long the requests took that came back in it. */
  Latencies runFor(Duration duration) throws IOException {
    latencies = new Latencies();
    long end = System.nanoTime() + duration.toNanos();
    while (System.nanoTime() - end < 0) {
      int unused = selector.select(this::receive);
    }
    return latencies;
  }

  private void receive(SelectionKey key) {
    try {
      Pending pending = (Pending) key.attachment();
      if (key.isWritable()) {
        write(key, pending);
      }
      int count = ((SocketChannel) key.channel()).read(received.clear());
      if (count < 0) {
        throw new IOException("The server has closed a connection");
      }
      pending.missing -= count;
      if (pending.missing == 0) {
        latencies.add(System.nanoTime() - pending.sentAt);
        send(key);
      }
    } catch (IOException failure) {
      throw new IllegalStateException("The server does not send back what it gets", failure);
    }
  }

  private void send(SelectionKey key) throws IOException {
    Pending pending = (Pending) key.attachment();
    pending.missing = request.length;
    pending.sentAt = System.nanoTime();
    pending.toSend.clear();
    write(key, pending);
  }

  private static void write(SelectionKey key, Pending pending) throws IOException {
    int unused = ((SocketChannel) key.channel()).write(pending.toSend);
    int wanted = SelectionKey.OP_READ | (pending.toSend.hasRemaining() ? SelectionKey.OP_WRITE : 0);
    if (key.interestOps() != wanted) {
      key.interestOps(wanted);
    }
  }

  @Override
  public void close() throws IOException {
    for (SelectionKey key : selector.keys()) {
      key.channel().close();
    }
    selector.close();
  }
}
