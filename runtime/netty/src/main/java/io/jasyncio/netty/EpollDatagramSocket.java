package io.jasyncio.netty;

import io.jasyncio.spi.DatagramSocket;
import io.netty.channel.epoll.LinuxSocket;
import io.netty.channel.unix.DatagramSocketAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;

final class EpollDatagramSocket extends EpollSocket implements DatagramSocket {

  EpollDatagramSocket(EpollSelection selection, LinuxSocket socket) {
    super(selection, socket, false);
  }

  @Override
  public SocketAddress receive(ByteBuffer target) throws IOException {
    checkOpen();
    boolean direct = target.isDirect();
    ByteBuffer buffer = direct ? target : selection.scratch();
    int room = Math.min(target.remaining(), buffer.remaining());
    DatagramSocketAddress sender;
    try {
      sender = socket.recvFrom(buffer, buffer.position(), buffer.position() + room);
    } catch (IOException failure) {
      throw Failures.named(failure);
    }
    if (sender == null) {
      return null;
    }
    if (direct) {
      target.position(target.position() + sender.receivedAmount());
    } else {
      target.put(buffer.limit(sender.receivedAmount()));
    }
    return new InetSocketAddress(sender.getAddress(), sender.getPort());
  }

  @Override
  public boolean send(ByteBuffer source, SocketAddress remote) throws IOException {
    checkOpen();
    ByteBuffer message = source.isDirect() ? source : direct(source);
    int size = message.remaining();
    int sent;
    try {
      sent =
          remote == null
              ? socket.send(message, message.position(), message.limit())
              : sendTo(message, (InetSocketAddress) remote);
    } catch (IOException failure) {
      throw Failures.named(failure);
    }
    if (sent < size) {
      return false;
    }
    source.position(source.limit());
    return true;
  }

  private int sendTo(ByteBuffer message, InetSocketAddress remote) throws IOException {
    return socket.sendTo(
        message, message.position(), message.limit(), remote.getAddress(), remote.getPort());
  }

  private ByteBuffer direct(ByteBuffer source) {
    ByteBuffer scratch = selection.scratch();
    if (scratch.capacity() < source.remaining()) {
      scratch = ByteBuffer.allocateDirect(source.remaining());
    }
    return scratch.put(source.duplicate()).flip();
  }

  private void checkOpen() throws ClosedChannelException {
    if (!socket.isOpen()) {
      throw new ClosedChannelException();
    }
  }
}
