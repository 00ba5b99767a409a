package io.jasyncio.nio;

import io.jasyncio.spi.StreamSocket;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;

final class NioStreamSocket extends NioSocket<SocketChannel> implements StreamSocket {

  NioStreamSocket(NioSelection selection, SocketChannel channel) throws IOException {
    super(selection, channel);
  }

  @Override
  public void bind(SocketAddress local) throws IOException {
    SocketChannel unused = channel.bind(local);
  }

  @Override
  public boolean connect(SocketAddress remote) throws IOException {
    return channel.connect(remote);
  }

  @Override
  public boolean finishConnect() throws IOException {
    return channel.finishConnect();
  }

  @Override
  public SocketAddress remoteAddress() {
    try {
      return channel.getRemoteAddress();
    } catch (IOException closed) {
      return null;
    }
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    return channel.read(target);
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    return channel.write(source);
  }

  @Override
  public long writeFrom(FileChannel file, long position, long count) throws IOException {
    return file.transferTo(position, count, channel);
  }

  @Override
  public void shutdownOutput() throws IOException {
    SocketChannel unused = channel.shutdownOutput();
  }
}
