package io.jasyncio.spi;

import java.io.IOException;

/** A socket that others connect to. Watch it for {@link Watcher#ACCEPT}. */
public interface ListeningSocket extends Socket {

  /**
   * Takes the next connection.
   *
   * @return null if there is none now
   * @throws IOException if the operating system refuses
   */
  StreamSocket accept() throws IOException;
}
