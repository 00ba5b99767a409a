package io.jasyncio;

/**
 * Something that belongs to one event loop was used from another loop or from a foreign thread.
 *
 * <p>Futures, tasks, queues and the loop itself are for the loop's own thread. Other threads go
 * through {@link EventLoop#callSoonThreadsafe} or {@link Asyncio#runCoroutineThreadsafe}.
 */
public final class WrongLoopException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  /**
   * Made by the runtime.
   *
   * @param message what was used from where, and what to do
   */
  public WrongLoopException(String message) {
    super(message);
  }
}
