package io.jasyncio;

/**
 * A queue was used that is shut down: something was put in, or there is nothing left to get. The
 * counterpart of {@code asyncio.QueueShutDown}.
 */
public final class QueueShutDownException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  /** Made by queues. */
  public QueueShutDownException() {
    super(
        "the queue is shut down: stop putting, and take this as the end of the items when getting");
  }
}
