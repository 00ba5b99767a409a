package io.jasyncio.netty;

import io.jasyncio.spi.StreamSocket;
import io.netty.channel.epoll.LinuxSocket;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;

final class EpollStreamSocket extends EpollSocket implements StreamSocket {

  EpollStreamSocket(EpollSelection selection, LinuxSocket socket, boolean unix) {
    super(selection, socket, unix);
  }

  /** For an internet address: only there does a client need one of its own. */
  @Override
  public void bind(SocketAddress local) throws IOException {
    try {
      socket.bind(Addresses.toNetty(local));
    } catch (IOException failure) {
      throw Failures.named(failure);
    }
  }

  @Override
  public boolean connect(SocketAddress remote) throws IOException {
    try {
      return socket.connect(Addresses.toNetty(remote));
    } catch (IOException failure) {
      throw Failures.named(failure);
    }
  }

  @Override
  public boolean finishConnect() throws IOException {
    try {
      return socket.finishConnect();
    } catch (IOException failure) {
      throw Failures.named(failure);
    }
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    checkOpen();
    return target.isDirect() ? readDirectly(target) : readThroughScratch(target);
  }

  private int readDirectly(ByteBuffer target) throws IOException {
    int count = receive(target, target.position(), target.limit());
    if (count > 0) {
      target.position(target.position() + count);
    }
    return count;
  }

  private int readThroughScratch(ByteBuffer target) throws IOException {
    ByteBuffer scratch = selection.scratch();
    int count = receive(scratch, 0, Math.min(scratch.capacity(), target.remaining()));
    if (count > 0) {
      target.put(scratch.limit(count));
    }
    return count;
  }

  private int receive(ByteBuffer target, int from, int to) throws IOException {
    try {
      return socket.recv(target, from, to);
    } catch (IOException failure) {
      throw Failures.named(failure);
    }
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    checkOpen();
    try {
      int count = socket.send(source, source.position(), source.limit());
      source.position(source.position() + count);
      return count;
    } catch (IOException failure) {
      throw Failures.named(failure);
    }
  }

  /** Copies by the buffer: Netty's call for it is not to be had without its channels. */
  @Override
  public long writeFrom(FileChannel file, long position, long count) throws IOException {
    long sent = 0;
    while (sent < count) {
      ByteBuffer block = selection.scratch();
      block.limit((int) Math.min(block.capacity(), count - sent));
      if (file.read(block, position + sent) <= 0) {
        break;
      }
      sent += write(block.flip());
      if (block.hasRemaining()) {
        break;
      }
    }
    return sent;
  }

  @Override
  public void shutdownOutput() throws IOException {
    checkOpen();
    try {
      socket.shutdown(false, true);
    } catch (IOException failure) {
      throw Failures.named(failure);
    }
  }

  /** The number of a closed descriptor may be another's already. */
  private void checkOpen() throws ClosedChannelException {
    if (!socket.isOpen()) {
      throw new ClosedChannelException();
    }
  }
}
