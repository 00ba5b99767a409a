package io.jasyncio;

import java.util.ArrayDeque;

/** Items in the order of their putting, or the other way round. */
final class DequeItems<T> implements QueueItems<T> {

  /** Stands for null, which an {@code ArrayDeque} refuses. */
  private static final Object NULL = new Object();

  private final ArrayDeque<Object> items = new ArrayDeque<>();
  private final boolean lastFirst;

  DequeItems(boolean lastFirst) {
    this.lastFirst = lastFirst;
  }

  @Override
  public void add(T item) {
    items.addLast(item == null ? NULL : item);
  }

  @Override
  @SuppressWarnings("unchecked")
  public T take() {
    Object item = lastFirst ? items.removeLast() : items.removeFirst();
    return item == NULL ? null : (T) item;
  }

  @Override
  public int size() {
    return items.size();
  }
}
