package io.jasyncio.netty;

import io.jasyncio.SocketPoller;
import io.jasyncio.spi.Network;
import java.io.IOException;

/** The poller of a loop over Netty's epoll. */
final class NettyPoller extends SocketPoller<EpollSelection> {

  private final EpollNetwork network = new EpollNetwork(this::selection);

  @Override
  protected EpollSelection open() throws IOException {
    return EpollSelection.open();
  }

  @Override
  public Network network() {
    return network;
  }
}
