package io.jasyncio.sync;

/**
 * A barrier was aborted, or was reset while a task waited. The counterpart of {@code
 * asyncio.BrokenBarrierError}.
 */
public final class BrokenBarrierException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  /**
   * Made by barriers.
   *
   * @param message what happened, and what to do
   */
  public BrokenBarrierException(String message) {
    super(message);
  }
}
