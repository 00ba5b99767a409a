package io.jasyncio;

import io.jasyncio.internal.Arguments;
import java.util.Comparator;

/**
 * A queue that hands out the least item first. The counterpart of {@code asyncio.PriorityQueue}.
 *
 * <p>Items that compare as equal come in the order in which they were put in; Python's come in no
 * particular order. An item that cannot be compared is refused when it is put: {@code putNowait}
 * and the await of {@code put} throw what the comparator throws.
 *
 * @param <T> the type of the items
 */
public final class AsyncPriorityQueue<T> extends AsyncQueue<T> {

  /** A queue without a bound, of items that are {@link Comparable}. */
  public AsyncPriorityQueue() {
    this(0);
  }

  /**
   * A queue that holds so many items at most, which are {@link Comparable}.
   *
   * @param maxsize zero for no bound
   * @throws IllegalArgumentException if it is negative
   */
  @SuppressWarnings("unchecked") // as java.util.PriorityQueue: put throws if they are not
  public AsyncPriorityQueue(int maxsize) {
    this(maxsize, (Comparator<? super T>) Comparator.naturalOrder());
  }

  /**
   * A queue without a bound.
   *
   * @param order tells which item is less
   */
  public AsyncPriorityQueue(Comparator<? super T> order) {
    this(0, order);
  }

  /**
   * A queue that holds so many items at most.
   *
   * @param maxsize zero for no bound
   * @param order tells which item is less
   * @throws IllegalArgumentException if {@code maxsize} is negative
   */
  public AsyncPriorityQueue(int maxsize, Comparator<? super T> order) {
    super(maxsize, new SortedItems<>(Arguments.notNull(order, "order")));
  }
}
