package io.jasyncio;

import java.util.concurrent.locks.LockSupport;

/** Waits by parking the loop's thread: all a loop needs that watches no channels. */
final class ParkPoller implements Poller {

  /** The clock starts near zero, so that adding a delay does not overflow. */
  private final long origin = System.nanoTime();

  private volatile Thread waiting;
  private volatile boolean wokenUp;

  @Override
  public void poll(long nanos) {
    if (nanos == 0) {
      return;
    }
    waiting = Thread.currentThread();
    // Whoever sets the flag before the line above is seen here; whoever sets it after, unparks.
    if (!wokenUp) {
      if (nanos == FOREVER) {
        LockSupport.park(this);
      } else {
        LockSupport.parkNanos(this, nanos);
      }
    }
    waiting = null;
    wokenUp = false;
  }

  @Override
  public void wakeup() {
    wokenUp = true;
    LockSupport.unpark(waiting);
  }

  @Override
  public long time() {
    return System.nanoTime() - origin;
  }
}
