package io.jasyncio;

/** A generator is closed; in the blocking twin of the library. */
public final class GeneratorExit extends Error {

  private static final long serialVersionUID = 1L;

  GeneratorExit() {
    super(null, null, true, false);
  }
}
