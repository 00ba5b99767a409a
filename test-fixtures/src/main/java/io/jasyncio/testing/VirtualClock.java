package io.jasyncio.testing;

import io.jasyncio.Poller;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The clock of a loop on virtual time: where the loop would wait for its next timer, the clock is
 * set forward instead. It begins at zero.
 *
 * <pre>{@code
 * VirtualClock clock = new VirtualClock();
 * EventLoop loop = EventLoop.create(clock);
 * }</pre>
 *
 * <p>Only where there is no timer, and the loop has nothing to do but to hear from another thread,
 * it really waits. Blocking calls on other threads take no virtual time: a time limit on one is
 * over at once.
 *
 * <p>One clock serves one loop. {@link #elapsed} is for the loop's thread.
 */
public final class VirtualClock implements Poller {

  /** How long a clock waits that was not told otherwise. */
  public static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(10);

  /** Fewer turns than these are no circle, however long they take. */
  private static final int MANY_TURNS = 1000;

  private final Semaphore wakeups = new Semaphore(0);
  private final long patienceNanos;
  private long now;

  /** The virtual time that the clock does not go beyond. */
  private long limit = Long.MAX_VALUE;

  private int turnsSinceProgress;

  /** When, in real time, the virtual time was last set forward. */
  private long realTimeOfProgress = System.nanoTime();

  /** Makes a clock with {@link #DEFAULT_PATIENCE}. */
  public VirtualClock() {
    this(DEFAULT_PATIENCE);
  }

  /**
   * Makes a clock.
   *
   * @param patience how long, in real time, the loop may run or wait while no virtual time passes,
   *     until it is taken to be stuck
   */
  public VirtualClock(Duration patience) {
    this.patienceNanos = Objects.requireNonNull(patience, "patience").toNanos();
  }

  /**
   * Returns the virtual time that has passed.
   *
   * @return zero at first
   */
  public Duration elapsed() {
    return Duration.ofNanos(now);
  }

  /** Lets the clock go on for some time from now, and then refuse to. */
  void limitTo(Duration time) {
    limit = now + time.toNanos();
  }

  /**
   * Waits without waiting; see {@link Poller#poll}.
   *
   * @throws StuckException if no virtual time passes for longer than the patience
   */
  @Override
  public void poll(long nanos) {
    if (wakeups.drainPermits() > 0 || nanos == 0) {
      checkProgress();
    } else if (nanos != FOREVER) {
      setForward(nanos);
    } else {
      awaitOtherThread();
    }
  }

  private void setForward(long nanos) {
    if (nanos > limit - now) {
      throw new StuckException("Not over after " + Duration.ofNanos(limit) + " of virtual time");
    }
    now += nanos;
    noteProgress();
  }

  private void noteProgress() {
    realTimeOfProgress = System.nanoTime();
    turnsSinceProgress = 0;
  }

  private void checkProgress() {
    turnsSinceProgress++;
    if (turnsSinceProgress > MANY_TURNS && System.nanoTime() - realTimeOfProgress > patienceNanos) {
      throw new StuckException(
          "Stuck: the loop is busy, but no virtual time has passed for "
              + Duration.ofNanos(patienceNanos)
              + " of real time. Something goes round in circles without sleeping");
    }
  }

  private void awaitOtherThread() {
    boolean wokenUp;
    try {
      wokenUp = wakeups.tryAcquire(patienceNanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      // For whoever runs the loop; the loop looks for it.
      Thread.currentThread().interrupt();
      return;
    }
    if (!wokenUp) {
      throw new StuckException(
          "Stuck: nothing is ready, no timer is set, and no other thread has woken the loop up for "
              + Duration.ofNanos(patienceNanos)
              + " of real time");
    }
    noteProgress();
  }

  @Override
  public void wakeup() {
    wakeups.release();
  }

  @Override
  public long time() {
    return now;
  }

  @Override
  public String toString() {
    return "VirtualClock (" + elapsed() + ")";
  }
}
