package io.jasyncio;

import java.util.Comparator;
import java.util.PriorityQueue;

/** Items by priority, the least first; equal ones in the order of their putting. */
final class SortedItems<T> implements QueueItems<T> {

  private record Entry<T>(T item, long number) {}

  private final Comparator<? super T> order;
  private final PriorityQueue<Entry<T>> heap;
  private long nextNumber;

  SortedItems(Comparator<? super T> order) {
    this.order = order;
    this.heap = new PriorityQueue<>(this::compare);
  }

  private int compare(Entry<T> one, Entry<T> other) {
    int byItem = order.compare(one.item, other.item);
    return byItem != 0 ? byItem : Long.compare(one.number, other.number);
  }

  @Override
  public void add(T item) {
    // Refuses what cannot be compared now, and not when the next one comes.
    int unused = order.compare(item, item);
    heap.add(new Entry<>(item, nextNumber++));
  }

  @Override
  public T take() {
    return heap.remove().item;
  }

  @Override
  public int size() {
    return heap.size();
  }
}
