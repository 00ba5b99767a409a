package io.jasyncio;

import java.io.IOException;

/**
 * What was to be read up to a separator is longer than the limit of the stream. The counterpart of
 * {@code asyncio.LimitOverrunError}.
 */
public final class LimitOverrunException extends IOException {

  private static final long serialVersionUID = 1;

  private final int consumed;

  LimitOverrunException(String message, int consumed) {
    super(message);
    this.consumed = consumed;
  }

  /**
   * How many bytes are known not to contain the separator.
   *
   * @return so many may be read before the separator is looked for again
   */
  public int consumed() {
    return consumed;
  }
}
