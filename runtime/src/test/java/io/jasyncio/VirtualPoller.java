package io.jasyncio;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Waits by setting its clock forward, so that an hour's sleep takes no time. Only where a loop has
 * nothing to do but to hear from another thread it really waits, and fails if nothing comes.
 */
final class VirtualPoller implements Poller {

  private static final long STUCK_AFTER_SECONDS = 30;

  private final Semaphore wakeups = new Semaphore(0);
  private long now;

  @Override
  public void poll(long nanos) {
    if (wakeups.drainPermits() > 0 || nanos == 0) {
      return;
    }
    if (nanos != FOREVER) {
      now += nanos;
      return;
    }
    try {
      if (!wakeups.tryAcquire(STUCK_AFTER_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("stuck: the loop has nothing to do and nobody wakes it up");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void wakeup() {
    wakeups.release();
  }

  @Override
  public long time() {
    return now;
  }
}
