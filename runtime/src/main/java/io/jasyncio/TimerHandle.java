package io.jasyncio;

/**
 * A callback that a loop is going to call at some time. The counterpart of {@code
 * asyncio.TimerHandle}.
 */
public interface TimerHandle extends Handle {

  /**
   * The time of the call.
   *
   * @return nanoseconds of the clock of {@link EventLoop#time()}
   */
  long when();
}
