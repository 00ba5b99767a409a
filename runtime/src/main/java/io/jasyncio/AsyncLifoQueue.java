package io.jasyncio;

/**
 * A queue that hands out the item that was put in last. The counterpart of {@code
 * asyncio.LifoQueue}.
 *
 * @param <T> the type of the items, which may be null
 */
public final class AsyncLifoQueue<T> extends AsyncQueue<T> {

  /** A queue without a bound. */
  public AsyncLifoQueue() {
    this(0);
  }

  /**
   * A queue that holds so many items at most.
   *
   * @param maxsize zero for no bound
   * @throws IllegalArgumentException if it is negative
   */
  public AsyncLifoQueue(int maxsize) {
    super(maxsize, new DequeItems<>(true));
  }
}
