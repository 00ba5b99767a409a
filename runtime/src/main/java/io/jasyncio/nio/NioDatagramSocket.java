package io.jasyncio.nio;

import io.jasyncio.spi.DatagramSocket;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

final class NioDatagramSocket extends NioSocket<DatagramChannel> implements DatagramSocket {

  NioDatagramSocket(NioSelection selection, DatagramChannel channel) throws IOException {
    super(selection, channel);
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
  public SocketAddress receive(ByteBuffer target) throws IOException {
    return channel.receive(target);
  }

  @Override
  public boolean send(ByteBuffer source, SocketAddress remote) throws IOException {
    int size = source.remaining();
    if (size == 0 && remote == null) {
      // The channel would not send it, and not say so.
      throw new UnsupportedOperationException(
          "A connected DatagramChannel sends no empty messages: do not connect the endpoint");
    }
    int sent = remote == null ? channel.write(source) : channel.send(source, remote);
    return sent == size;
  }
}
