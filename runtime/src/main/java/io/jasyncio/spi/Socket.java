package io.jasyncio.spi;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.SocketOption;

/** A socket of the operating system that never blocks. */
public interface Socket extends Watch, Closeable {

  /**
   * Sets who is told when the socket can go on.
   *
   * @param watcher takes the place of the one before
   */
  void setWatcher(Watcher watcher);

  /**
   * The address of this end.
   *
   * @return null if it has none
   */
  SocketAddress localAddress();

  /**
   * Sets an option.
   *
   * @param <T> the type of the value
   * @param option one of {@link java.net.StandardSocketOptions}
   * @param value the value
   * @return false if this kind of socket does not have the option
   * @throws IOException if the operating system refuses
   */
  <T> boolean setOption(SocketOption<T> option, T value) throws IOException;

  /**
   * The object behind it, for programs that need more than this interface has.
   *
   * @return a {@code java.nio} channel, or whatever the network is made of
   */
  Object channel();

  /** Stops watching and closes. Never throws, and does nothing the second time. */
  @Override
  void close();
}
