package io.jasyncio;

/**
 * The marks for flow control.
 *
 * @param low in bytes
 * @param high in bytes
 */
public record WriteBufferLimits(int low, int high) {

  /** As transports have them at first. */
  static final WriteBufferLimits DEFAULT = new WriteBufferLimits(16 * 1024, 64 * 1024);

  /**
   * Checks the marks.
   *
   * @param low in bytes
   * @param high in bytes
   * @throws IllegalArgumentException unless {@code high >= low >= 0}
   */
  public WriteBufferLimits {
    if (low < 0 || high < low) {
      throw new IllegalArgumentException(
          "high (%d) must be >= low (%d) must be >= 0".formatted(high, low));
    }
  }
}
