package io.jasyncio;

/** When {@link Asyncio#wait} returns. */
public enum ReturnWhen {

  /** As soon as one future is done, or is cancelled. */
  FIRST_COMPLETED,

  /**
   * As soon as one future has failed, otherwise when all are done. One that is cancelled has not
   * failed.
   */
  FIRST_EXCEPTION,

  /** When all futures are done or cancelled. */
  ALL_COMPLETED
}
