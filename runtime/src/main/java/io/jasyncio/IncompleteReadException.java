package io.jasyncio;

import java.io.EOFException;

/**
 * The stream has ended before as much came as was wanted. The counterpart of {@code
 * asyncio.IncompleteReadError}.
 */
public final class IncompleteReadException extends EOFException {

  private static final long serialVersionUID = 1;

  private final byte[] partial;
  private final int expected;

  IncompleteReadException(byte[] partial, int expected) {
    super(
        "%d bytes read on a total of %s expected bytes"
            .formatted(partial.length, expected < 0 ? "undefined" : "" + expected));
    this.partial = partial;
    this.expected = expected;
  }

  /**
   * What came before the end.
   *
   * @return the bytes; they are taken from the stream
   */
  public byte[] partial() {
    return partial.clone();
  }

  /**
   * How many bytes were wanted.
   *
   * @return -1 if it was not a number but a separator
   */
  public int expected() {
    return expected;
  }
}
