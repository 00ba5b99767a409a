package io.jasyncio.benchmarks.echo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/**
 * The limit: a selector and nothing else. It makes an array of each line, as a program would see
 * it, holds an incomplete one back, and writes the answers to one read in one piece. It knows no
 * flow control: a client that does not read is left out.
 */
final class HandWrittenServer {

  private static final int SIZE = 64 * 1024;
  private static final long NEWLINES = '\n' * 0x0101010101010101L;

  private final Selector selector = Selector.open();
  private final ServerSocketChannel server = ServerSocketChannel.open();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(SIZE).order(ByteOrder.LITTLE_ENDIAN);
  private final ByteBuffer answer = ByteBuffer.allocateDirect(SIZE);

  private HandWrittenServer() throws IOException {}

  public static void main(String[] arguments) throws IOException {
    new HandWrittenServer().run();
  }

  private void run() throws IOException {
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
    server.configureBlocking(false);
    server.register(selector, SelectionKey.OP_ACCEPT);
    System.out.println(((InetSocketAddress) server.getLocalAddress()).getPort());
    while (true) {
      int unused = selector.select(this::handle);
    }
  }

  private void handle(SelectionKey key) {
    try {
      if (key.channel() instanceof SocketChannel channel) {
        echo(key, channel);
      } else {
        accept();
      }
    } catch (IOException gone) {
      key.cancel();
    }
  }

  private void accept() throws IOException {
    SocketChannel accepted = server.accept();
    if (accepted != null) {
      accepted.setOption(StandardSocketOptions.TCP_NODELAY, true);
      accepted.configureBlocking(false);
      accepted.register(selector, SelectionKey.OP_READ, null);
    }
  }

  private void echo(SelectionKey key, SocketChannel channel) throws IOException {
    buffer.clear();
    byte[] begun = (byte[]) key.attachment();
    if (begun != null) {
      buffer.put(begun);
    }
    if (channel.read(buffer) < 0) {
      channel.close();
      return;
    }
    int end = buffer.position();
    keep(key, answerLines(end), end);
    answer.flip();
    while (answer.hasRemaining()) {
      if (channel.write(answer) == 0) {
        throw new IOException("a client that does not read");
      }
    }
  }

  /** Answers each complete line; returns where the last one ends. */
  private int answerLines(int end) {
    answer.clear();
    int begin = 0;
    for (int i = nextNewline(0, end); i < end; i = nextNewline(begin, end)) {
      byte[] line = new byte[i + 1 - begin];
      buffer.get(begin, line);
      begin = i + 1;
      answer.put(line);
    }
    return begin;
  }

  /** Looks at eight bytes at a time: where one is a newline, the difference has a zero byte. */
  private int nextNewline(int from, int end) {
    int i = from;
    for (; i + Long.BYTES <= end; i += Long.BYTES) {
      long difference = buffer.getLong(i) ^ NEWLINES;
      long zeroes = (difference - 0x0101010101010101L) & ~difference & 0x8080808080808080L;
      if (zeroes != 0) {
        return i + (Long.numberOfTrailingZeros(zeroes) >>> 3);
      }
    }
    while (i < end && buffer.get(i) != '\n') {
      i++;
    }
    return i;
  }

  private void keep(SelectionKey key, int from, int to) {
    if (from == to) {
      Object unused = key.attach(null);
    } else {
      byte[] rest = new byte[to - from];
      buffer.get(from, rest);
      Object unused = key.attach(rest);
    }
  }
}
