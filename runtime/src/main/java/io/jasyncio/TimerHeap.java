package io.jasyncio;

import java.util.Arrays;
import java.util.IdentityHashMap;

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
  private int[] orders = new int[INITIAL_CAPACITY];
  private Timed[] timers = new Timed[INITIAL_CAPACITY];
  private int size;
  private int cancelled;

  /** Counts on from the smallest number after the largest: see {@link #isBefore}. */
  private int made;

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

  /** Says when the timers in the heap are due; for dumps. */
  IdentityHashMap<Timed, Long> dueTimes() {
    IdentityHashMap<Timed, Long> due = new IdentityHashMap<>();
    for (int i = 0; i < size; i++) {
      due.put(timers[i], times[i]);
    }
    return due;
  }

  /** A timer in the heap was cancelled. */
  void noteCancelled() {
    cancelled++;
  }

  /**
   * A timer in the heap was cancelled that holds on to much. Where there are few it leaves at once,
   * where there are many with the others.
   */
  void letGoOfCancelled() {
    cancelled++;
    if (size <= COMPACTION_THRESHOLD) {
      compact();
    }
  }

  /** Lets go of cancelled timers at the top, or of all where they are the majority. */
  void dropCancelled() {
    if (size > COMPACTION_THRESHOLD && cancelled > size / 2) {
      compact();
      return;
    }
    while (size > 0 && timers[0].isLeftBehind()) {
      cancelled--;
      removeFirst();
    }
  }

  /** Moves the timers that are due at {@code now} to {@code ready}. */
  void moveDue(long now, ReadyQueue ready) {
    while (size > 0 && times[0] <= now) {
      Timed due = removeFirst();
      if (due.isLeftBehind()) {
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
    orders = new int[INITIAL_CAPACITY];
    timers = new Timed[INITIAL_CAPACITY];
  }

  private void compact() {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      Timed timer = timers[i];
      if (timer.isLeftBehind()) {
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

  private void siftUp(int from, long time, int order, Timed timer) {
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

  private void siftDown(int from, long time, int order, Timed timer) {
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

  /** Orders are compared by their difference, which stays right when the count overflows. */
  private boolean isBefore(long time, int order, int index) {
    return time < times[index] || (time == times[index] && order - orders[index] < 0);
  }

  private void set(int index, long time, int order, Timed timer) {
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
