package io.jasyncio;

/**
 * {@link AsyncQueue#putNowait} was called on a full queue. The counterpart of {@code
 * asyncio.QueueFull}.
 */
public final class QueueFullException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  /**
   * Made by queues.
   *
   * @param maxsize the queue's bound
   */
  public QueueFullException(int maxsize) {
    super("the queue holds its " + maxsize + " items already: check full(), or await put(item)");
  }
}
