package io.jasyncio;

/**
 * {@link AsyncQueue#getNowait} was called on an empty queue. The counterpart of {@code
 * asyncio.QueueEmpty}.
 */
public final class QueueEmptyException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  /** Made by queues. */
  public QueueEmptyException() {
    super("the queue is empty: check empty(), or await get()");
  }
}
