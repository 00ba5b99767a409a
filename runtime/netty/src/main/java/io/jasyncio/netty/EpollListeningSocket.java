package io.jasyncio.netty;

import io.jasyncio.spi.ListeningSocket;
import io.jasyncio.spi.StreamSocket;
import io.netty.channel.epoll.LinuxSocket;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;

final class EpollListeningSocket extends EpollSocket implements ListeningSocket {

  /** Room for the address, its length, its scope and its port, which are asked for later. */
  private final byte[] address = new byte[26];

  EpollListeningSocket(EpollSelection selection, LinuxSocket socket, boolean unix) {
    super(selection, socket, unix);
  }

  @Override
  public StreamSocket accept() throws IOException {
    if (!socket.isOpen()) {
      throw new ClosedChannelException();
    }
    try {
      int accepted = socket.accept(address);
      return accepted < 0
          ? null
          : new EpollStreamSocket(selection, LinuxSocket.newSocket(accepted), isUnix());
    } catch (IOException failure) {
      throw Failures.named(failure);
    }
  }
}
