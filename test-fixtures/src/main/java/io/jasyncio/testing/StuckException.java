package io.jasyncio.testing;

/** A loop on virtual time does not get on. Comes out of running the loop. */
public final class StuckException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  StuckException(String message) {
    super(message);
  }
}
