package io.jasyncio;

import java.lang.System.Logger;

/**
 * The log of event loops. It is a class of its own since the first logger costs a program 30 ms.
 */
final class LoopLog {

  static final Logger LOGGER = System.getLogger(EventLoop.class.getName());

  private LoopLog() {}
}
