package io.jasyncio.nio;

import io.jasyncio.spi.ListeningSocket;
import io.jasyncio.spi.StreamSocket;
import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

final class NioListeningSocket extends NioSocket<ServerSocketChannel> implements ListeningSocket {

  private final NioSelection selection;

  NioListeningSocket(NioSelection selection, ServerSocketChannel channel) throws IOException {
    super(selection, channel);
    this.selection = selection;
  }

  @Override
  public StreamSocket accept() throws IOException {
    SocketChannel accepted = channel.accept();
    return accepted == null ? null : new NioStreamSocket(selection, accepted);
  }
}
