package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.annotations.Async;
import io.jasyncio.spi.StreamSocket;
import io.jasyncio.spi.Watcher;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;

/** Sends files over transports. */
final class SendFile {

  private static final int BLOCK_SIZE = 256 * 1024;

  private SendFile() {}

  @Async
  static Coroutine<Long> over(
      EventLoop loop,
      Transport transport,
      FileChannel file,
      long offset,
      long count,
      boolean fallback)
      throws IOException {
    FilePart part = new FilePart(file, offset, count);
    if (transport.isClosing()) {
      throw new IllegalStateException("Transport is closing: nothing can be sent any more");
    }
    if (transport instanceof SocketTransport plain) {
      return result(await(natively(loop, plain, part)));
    }
    if (!fallback) {
      throw new UnsupportedOperationException(
          "fallback is disabled and native sendfile is not supported for transport " + transport);
    }
    return result(await(byWriting(loop, transport, part)));
  }

  /** The operating system copies the file to the socket, while nobody else writes. */
  @Async
  private static Coroutine<Long> natively(EventLoop loop, SocketTransport transport, FilePart part)
      throws IOException {
    boolean wasReading = transport.isReading();
    transport.pauseReading();
    try {
      await(transport.sending().whenEmpty());
      return result(await(transfer(loop, transport, part)));
    } finally {
      transport.sending().resetWhenEmpty();
      if (wasReading) {
        transport.resumeReading();
      }
    }
  }

  @Async
  private static Coroutine<Long> transfer(EventLoop loop, SocketTransport transport, FilePart part)
      throws IOException {
    StreamSocket socket = transport.socket();
    long sent = 0;
    while (sent < part.count()) {
      long position = part.offset() + sent;
      long count;
      try {
        count = socket.writeFrom(part.file(), position, part.count() - sent);
      } catch (ClosedChannelException closed) {
        if (!transport.isClosing()) {
          throw closed;
        }
        throw new ConnectionResetException("The transport was closed while it sent a file");
      } catch (IOException failure) {
        throw ConnectionResetException.of(failure);
      }
      if (count == 0) {
        if (position >= part.file().size()) {
          break;
        }
        await(room(loop, transport));
      }
      sent += count;
    }
    return result(sent);
  }

  /** Waits until the socket has room, or is closed. */
  @Async
  private static Coroutine<Void> room(EventLoop loop, SocketTransport transport) {
    Future<Void> room = loop.createFuture();
    Watcher watcher = ready -> succeed(room);
    transport.lend(watcher);
    try {
      await(room);
    } finally {
      transport.takeBack();
    }
    return result();
  }

  private static void succeed(Future<Void> future) {
    if (!future.done()) {
      future.setResult(null);
    }
  }

  /** Block by block, read on the default executor, as fast as the transport sends. */
  @Async
  private static Coroutine<Long> byWriting(EventLoop loop, Transport transport, FilePart part)
      throws IOException {
    boolean wasReading = transport.isReading();
    SendFileProtocol pacing = new SendFileProtocol(loop, transport.getProtocol());
    transport.pauseReading();
    transport.setProtocol(pacing);
    try {
      long sent = 0;
      while (sent < part.count()) {
        long position = part.offset() + sent;
        int size = (int) Math.min(BLOCK_SIZE, part.count() - sent);
        ByteBuffer block =
            await(
                loop.runInExecutor(
                    () -> {
                      ByteBuffer buffer = ByteBuffer.allocate(size);
                      int unused = part.file().read(buffer, position);
                      return buffer.flip();
                    }));
        if (!block.hasRemaining()) {
          break;
        }
        sent += block.remaining();
        await(pacing.drained());
        transport.write(block);
      }
      await(pacing.drained());
      return result(sent);
    } finally {
      pacing.giveBack(transport);
      if (wasReading) {
        transport.resumeReading();
      }
    }
  }
}
