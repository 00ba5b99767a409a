package io.jasyncio.spi;

/** Is told when a socket can go on. */
@FunctionalInterface
public interface Watcher {

  /** There is something to read, the other end has stopped writing, or reading fails. */
  int READ = 1;

  /** There is room to write, or writing fails. */
  int WRITE = 4;

  /** An attempt to connect has come to its end. */
  int CONNECT = 8;

  /** There is a connection to accept. */
  int ACCEPT = 16;

  /**
   * Notes what the socket is ready for. Called on the loop's thread while it polls, before the
   * callbacks of its next turn: it must not use the socket yet.
   *
   * @param operations a sum of the constants
   */
  void ready(int operations);
}
