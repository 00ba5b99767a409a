package io.jasyncio;

/**
 * What is to run next, first in, first out: a ring buffer that doubles when it is full.
 *
 * <p>It holds {@link Ready} items as plain objects. Whoever puts something into an array of an
 * interface, or casts to one, has the JVM search the interfaces of its class: that costs as much as
 * the rest of the queue.
 */
final class ReadyQueue {

  private static final int INITIAL_CAPACITY = 64;

  /** The length is a power of two. */
  private Object[] items = new Object[INITIAL_CAPACITY];

  private int head;
  private int size;

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  void add(Ready item) {
    if (size == items.length) {
      grow();
    }
    items[(head + size) & (items.length - 1)] = item;
    size++;
  }

  /** Removes the oldest, a {@link Ready}; there must be one. */
  Object remove() {
    Object item = items[head];
    items[head] = null;
    head = (head + 1) & (items.length - 1);
    size--;
    return item;
  }

  void clear() {
    items = new Object[INITIAL_CAPACITY];
    head = 0;
    size = 0;
  }

  private void grow() {
    Object[] larger = new Object[items.length * 2];
    int untilEnd = items.length - head;
    System.arraycopy(items, head, larger, 0, untilEnd);
    System.arraycopy(items, 0, larger, untilEnd, head);
    items = larger;
    head = 0;
  }
}
