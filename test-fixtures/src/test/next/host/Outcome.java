package io.jasyncio.fixtures.host;

/**
 * How a command ended.
 *
 * @param status its exit status
 * @param output what it printed, both streams, lines ended by {@code \n}
 */
record Outcome(int status, String output) {

  /** Success without a word. */
  static final Outcome QUIET = new Outcome(0, "");

  /** Success with one line on the terminal. */
  static Outcome printed(String line) {
    return new Outcome(0, line + "\n");
  }
}
