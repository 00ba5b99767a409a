package io.jasyncio;

/** A transport that receives. The counterpart of {@code asyncio.ReadTransport}. */
public interface ReadTransport extends BaseTransport {

  /**
   * Tells whether the transport receives.
   *
   * @return false while it is paused, and once it is closing
   */
  boolean isReading();

  /** Stops receiving: a sender that goes on is stopped by the operating system. */
  void pauseReading();

  /** Goes on receiving. */
  void resumeReading();
}
