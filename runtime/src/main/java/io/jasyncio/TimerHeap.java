package io.jasyncio;

import java.util.Arrays;

/**
 * The timers of a loop: a binary heap, earliest first, and in the order of their making where the
 * times are equal.
 *
 * <p>Times stand in an array of their own, so that sifting touches no timer. A cancelled timer
 * stays until it comes to the top or until too many are cancelled, as in asyncio.
 */
final class TimerHeap {

  private static final int INITIAL_CAPACITY = 16;

  /** Below this size cancelled timers are left alone. */
  private static final int COMPACTION_THRESHOLD = 100;

  private long[] times = new long[INITIAL_CAPACITY];
  private long[] orders = new long[INITIAL_CAPACITY];
  private Timed[] timers = new Timed[INITIAL_CAPACITY];
  private int size;
  private int cancelled;
  private long made;

  boolean isEmpty() {
    return size == 0;
  }

  int size() {
    return size;
  }

  /** The earliest time; the heap must not be empty. */
  long earliest() {
    return times[0];
  }

  void add(long time, Timed timer) {
    if (size == times.length) {
      resize(size * 2);
    }
    siftUp(size++, time, made++, timer);
  }

  /** A timer in the heap was cancelled. */
  void noteCancelled() {
    cancelled++;
  }

  /** Lets go of cancelled timers at the top, or of all where they are the majority. */
  void dropCancelled() {
    if (size > COMPACTION_THRESHOLD && cancelled > size / 2) {
      compact();
      return;
    }
    while (size > 0 && timers[0].cancelled()) {
      cancelled--;
      removeFirst();
    }
  }

  /** Moves the timers that are due at {@code now} to {@code ready}. */
  void moveDue(long now, ReadyQueue ready) {
    while (size > 0 && times[0] <= now) {
      Timed due = removeFirst();
      if (due.cancelled()) {
        cancelled--;
      } else {
        ready.add(due);
      }
    }
  }

  void clear() {
    for (int i = 0; i < size; i++) {
      timers[i].unscheduled();
    }
    size = 0;
    cancelled = 0;
    times = new long[INITIAL_CAPACITY];
    orders = new long[INITIAL_CAPACITY];
    timers = new Timed[INITIAL_CAPACITY];
  }

  private void compact() {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      Timed timer = timers[i];
      if (timer.cancelled()) {
        timer.unscheduled();
      } else {
        set(kept++, times[i], orders[i], timer);
      }
    }
    Arrays.fill(timers, kept, size, null);
    size = kept;
    cancelled = 0;
    for (int i = size / 2 - 1; i >= 0; i--) {
      siftDown(i, times[i], orders[i], timers[i]);
    }
  }

  private Timed removeFirst() {
    Timed first = timers[0];
    int last = --size;
    Timed moved = timers[last];
    timers[last] = null;
    if (last > 0) {
      siftDown(0, times[last], orders[last], moved);
    }
    first.unscheduled();
    return first;
  }

  private void siftUp(int from, long time, long order, Timed timer) {
    int hole = from;
    while (hole > 0) {
      int parent = (hole - 1) >>> 1;
      if (!isBefore(time, order, parent)) {
        break;
      }
      set(hole, times[parent], orders[parent], timers[parent]);
      hole = parent;
    }
    set(hole, time, order, timer);
  }

  private void siftDown(int from, long time, long order, Timed timer) {
    int hole = from;
    int firstLeaf = size >>> 1;
    while (hole < firstLeaf) {
      int child = 2 * hole + 1;
      int right = child + 1;
      if (right < size && isBefore(times[right], orders[right], child)) {
        child = right;
      }
      if (isBefore(time, order, child)) {
        break;
      }
      set(hole, times[child], orders[child], timers[child]);
      hole = child;
    }
    set(hole, time, order, timer);
  }

  private boolean isBefore(long time, long order, int index) {
    return time < times[index] || (time == times[index] && order < orders[index]);
  }

  private void set(int index, long time, long order, Timed timer) {
    times[index] = time;
    orders[index] = order;
    timers[index] = timer;
  }

  private void resize(int capacity) {
    times = Arrays.copyOf(times, capacity);
    orders = Arrays.copyOf(orders, capacity);
    timers = Arrays.copyOf(timers, capacity);
  }
}
