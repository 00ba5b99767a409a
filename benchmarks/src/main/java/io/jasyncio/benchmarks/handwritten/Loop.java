package io.jasyncio.benchmarks.handwritten;

import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;

/**
 * A ready queue and a heap of timers, for one thread; as an {@link Executor} it is the event loop
 * of the {@code CompletableFuture} forms, which so have the cheapest one there can be.
 */
public final class Loop implements Executor {

  private Runnable[] ring = new Runnable[64];
  private int head;
  private int size;

  private long[] times = new long[64];
  private Runnable[] timers = new Runnable[64];
  private int scheduled;

  /** Appends to the ready queue. */
  @Override
  public void execute(Runnable step) {
    if (size == ring.length) {
      grow();
    }
    ring[(head + size) & (ring.length - 1)] = step;
    size++;
  }

  /** Runs until nothing is ready and no timer is left. */
  public void runUntilIdle() {
    do {
      while (size > 0) {
        runReady();
        if (scheduled > 0) {
          moveDue();
        }
      }
      if (scheduled > 0) {
        LockSupport.parkNanos(times[0] - System.nanoTime());
        moveDue();
      }
    } while (size > 0 || scheduled > 0);
  }

  private void runReady() {
    for (int turns = size; turns > 0; turns--) {
      Runnable step = ring[head];
      ring[head] = null;
      head = (head + 1) & (ring.length - 1);
      size--;
      step.run();
    }
  }

  private void grow() {
    Runnable[] larger = new Runnable[ring.length * 2];
    int untilEnd = ring.length - head;
    System.arraycopy(ring, head, larger, 0, untilEnd);
    System.arraycopy(ring, 0, larger, untilEnd, head);
    ring = larger;
    head = 0;
  }

  /** Appends to the ready queue after some time. */
  public void schedule(long nanos, Runnable step) {
    if (scheduled == times.length) {
      times = Arrays.copyOf(times, scheduled * 2);
      timers = Arrays.copyOf(timers, scheduled * 2);
    }
    long time = System.nanoTime() + nanos;
    int hole = scheduled++;
    while (hole > 0 && time < times[(hole - 1) >>> 1]) {
      move((hole - 1) >>> 1, hole);
      hole = (hole - 1) >>> 1;
    }
    times[hole] = time;
    timers[hole] = step;
  }

  private void moveDue() {
    long now = System.nanoTime();
    while (scheduled > 0 && times[0] <= now) {
      execute(timers[0]);
      int last = --scheduled;
      long time = times[last];
      int hole = 0;
      for (int child = 1; child < last; child = 2 * hole + 1) {
        if (child + 1 < last && times[child + 1] < times[child]) {
          child++;
        }
        if (time <= times[child]) {
          break;
        }
        move(child, hole);
        hole = child;
      }
      times[hole] = time;
      timers[hole] = timers[last];
      timers[last] = null;
    }
  }

  private void move(int from, int to) {
    times[to] = times[from];
    timers[to] = timers[from];
  }
}
