package io.jasyncio;

import io.jasyncio.nio.NioNetwork;
import io.jasyncio.nio.NioSelection;
import io.jasyncio.spi.Network;
import java.io.IOException;

/** The poller of a usual loop, over a selector of {@code java.nio}. */
final class NioPoller extends SocketPoller<NioSelection> {

  private final NioNetwork network = new NioNetwork(this::selection);

  @Override
  protected NioSelection open() throws IOException {
    return NioSelection.open();
  }

  @Override
  public Network network() {
    return network;
  }
}
