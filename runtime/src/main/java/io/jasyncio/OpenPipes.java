package io.jasyncio;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.Channel;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** The ends of pipes that one loop's transports have, to be closed with the loop. */
final class OpenPipes {

  private static final Logger LOGGER = System.getLogger(OpenPipes.class.getName());

  private final Set<Channel> open = Collections.newSetFromMap(new IdentityHashMap<>());

  void opened(Channel pipe) {
    boolean unused = open.add(pipe);
  }

  void close(Channel pipe) {
    boolean unused = open.remove(pipe);
    try {
      pipe.close();
    } catch (IOException failure) {
      LOGGER.log(Level.DEBUG, "closing a pipe failed", failure);
    }
  }

  void closeAll() {
    List.copyOf(open).forEach(this::close);
  }
}
