package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.annotations.Async;
import io.jasyncio.internal.Arguments;
import io.jasyncio.spi.Watcher;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.FileChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;
import java.util.Arrays;

/** Operations on the program's channels. Each is tried first, and waits only if it must. */
final class SocketOperations {

  private SocketOperations() {}

  // Which operation of the selector it is

  static int toRead(SelectableChannel channel) {
    return channel instanceof ServerSocketChannel ? Watcher.ACCEPT : Watcher.READ;
  }

  static int toWrite(SelectableChannel channel) {
    return channel instanceof SocketChannel socket && socket.isConnectionPending()
        ? Watcher.CONNECT
        : Watcher.WRITE;
  }

  static void watch(EventLoop loop, SelectableChannel channel, int operation, Runnable callback)
      throws IOException {
    Arguments.notNull(callback, "callback");
    loop.checkClosed();
    check(loop, channel);
    LoopHandle handle = new LoopHandle(Scheduled.in(loop, null, callback));
    loop.io().watches().add(channel, operation, handle);
  }

  private static void check(EventLoop loop, SelectableChannel channel) {
    loop.checkThread();
    if (channel.isBlocking()) {
      throw new IllegalArgumentException(
          "the socket must be non-blocking: call channel.configureBlocking(false) first");
    }
  }

  // Connections

  @Async
  static Coroutine<Void> connect(EventLoop loop, SocketChannel channel, SocketAddress address)
      throws IOException {
    check(loop, channel);
    SocketAddress known = address;
    if (address instanceof InetSocketAddress inet && inet.isUnresolved()) {
      known = await(Resolver.resolve(loop, inet.getHostString(), inet.getPort())).get(0);
    }
    try {
      boolean connected = channel.connect(known);
      while (!connected) {
        await(loop.io().watches().ready(channel, Watcher.CONNECT));
        connected = channel.finishConnect();
      }
    } catch (IOException failure) {
      throw Connecting.naming(known, failure);
    }
    return result();
  }

  @Async
  static Coroutine<SocketChannel> accept(EventLoop loop, ServerSocketChannel channel)
      throws IOException {
    check(loop, channel);
    SocketChannel accepted = channel.accept();
    while (accepted == null) {
      await(loop.io().watches().ready(channel, Watcher.ACCEPT));
      accepted = channel.accept();
    }
    Object unused = accepted.configureBlocking(false);
    return result(accepted);
  }

  @Async
  static Coroutine<Integer> receiveInto(EventLoop loop, SocketChannel channel, ByteBuffer target)
      throws IOException {
    check(loop, channel);
    int count = channel.read(target);
    while (count == 0 && target.hasRemaining()) {
      await(loop.io().watches().ready(channel, Watcher.READ));
      count = channel.read(target);
    }
    return result(Math.max(0, count));
  }

  @Async
  static Coroutine<byte[]> receive(EventLoop loop, SocketChannel channel, int most)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(checkMost(most));
    int count = await(receiveInto(loop, channel, buffer));
    return result(Arrays.copyOf(buffer.array(), count));
  }

  private static int checkMost(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("must receive at least 1 byte, not " + most);
    }
    return most;
  }

  @Async
  static Coroutine<Void> sendAll(EventLoop loop, SocketChannel channel, ByteBuffer data)
      throws IOException {
    check(loop, channel);
    while (data.hasRemaining()) {
      int count = channel.write(data);
      if (count == 0) {
        await(loop.io().watches().ready(channel, Watcher.WRITE));
      }
    }
    return result();
  }

  @Async
  static Coroutine<Long> sendFile(
      EventLoop loop, SocketChannel channel, FileChannel file, long offset, long count)
      throws IOException {
    check(loop, channel);
    FilePart part = new FilePart(file, offset, count);
    long sent = 0;
    while (sent < part.count()) {
      long block = transfer(part, sent, channel);
      if (block < 0) {
        break;
      }
      if (block == 0) {
        await(loop.io().watches().ready(channel, Watcher.WRITE));
      }
      sent += block;
    }
    return result(sent);
  }

  /** Sends as much as there is room for; -1 at the end of the file. */
  private static long transfer(FilePart part, long sent, WritableByteChannel target)
      throws IOException {
    long position = part.offset() + sent;
    long count = part.file().transferTo(position, part.count() - sent, target);
    return count == 0 && position >= part.file().size() ? -1 : count;
  }

  // Messages

  @Async
  static Coroutine<Datagram> receiveFrom(EventLoop loop, DatagramChannel channel, int most)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(checkMost(most));
    SocketAddress sender = await(receiveFromInto(loop, channel, buffer));
    return result(new Datagram(Arrays.copyOf(buffer.array(), buffer.position()), sender));
  }

  @Async
  static Coroutine<SocketAddress> receiveFromInto(
      EventLoop loop, DatagramChannel channel, ByteBuffer target) throws IOException {
    check(loop, channel);
    SocketAddress sender = channel.receive(target);
    while (sender == null) {
      await(loop.io().watches().ready(channel, Watcher.READ));
      sender = channel.receive(target);
    }
    return result(sender);
  }

  @Async
  static Coroutine<Integer> sendTo(
      EventLoop loop, DatagramChannel channel, ByteBuffer data, SocketAddress address)
      throws IOException {
    check(loop, channel);
    int size = data.remaining();
    int sent = channel.send(data, address);
    while (sent < size) {
      await(loop.io().watches().ready(channel, Watcher.WRITE));
      sent = channel.send(data, address);
    }
    return result(sent);
  }
}
