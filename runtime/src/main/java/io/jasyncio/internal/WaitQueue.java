package io.jasyncio.internal;

import io.jasyncio.codegen.Suspendable;

/**
 * Those who wait for something, first come, first served. Every lock, event, condition, semaphore,
 * barrier and queue waits with this one.
 *
 * <p>A waiter that is woken keeps its place until it runs and {@linkplain #leave leaves}: so who
 * comes in between sees that there is somebody before it, and a waiter that was woken for nothing
 * can {@linkplain #waitAgain wait again} where it stood. One that was woken but is cancelled before
 * it runs learns from {@code leave} that it has to hand on what it was woken for.
 *
 * <pre>{@code
 * enter            wake              leave
 * ------> waiting ------> woken ----------> out
 *            |  ^           |                ^
 *            |  +-----------+                |
 *            |    waitAgain                  |
 *            +-------------------------------+
 *               leave, or found cancelled
 * }</pre>
 *
 * <p>Waiters are linked to each other, so that each step takes the same short time however long the
 * queue is, and nothing is allocated but the waiter itself.
 */
public final class WaitQueue {

  /** One who waits. */
  public abstract static class Waiter extends Suspendable {

    private Waiter previous;
    private Waiter next;

    /** It is in a queue. */
    private boolean queued;

    /** It is in a queue and has been woken. */
    private boolean woken;

    /** A waiter that is in no queue yet. */
    protected Waiter() {}

    /** Tells whether this was cancelled while it waits, and is about to leave. */
    protected abstract boolean isCancelled();

    /** Schedules this to run. Where that is refused it throws, and the waiter still waits. */
    protected abstract void wake();
  }

  private Waiter first;
  private Waiter last;

  /** The first in the queue that is not woken; null if all are. */
  private Waiter nextToWake;

  private int size;
  private int woken;

  /** Tells whether there is nobody, not even one who is woken and did not run yet. */
  public boolean isEmpty() {
    return first == null;
  }

  /** Counts all who did not leave yet. */
  public int size() {
    return size;
  }

  /** Counts those who are woken and did not leave yet. */
  public int woken() {
    return woken;
  }

  /** Returns whom {@link #wakeNext} would wake, or null; it may turn out to be cancelled. */
  public Waiter peek() {
    return nextToWake;
  }

  /** Queues up. The waiter must suspend at once, and {@link #leave} whatever happens then. */
  public void enter(Waiter waiter) {
    waiter.queued = true;
    waiter.previous = last;
    if (last == null) {
      first = waiter;
    } else {
      last.next = waiter;
    }
    last = waiter;
    size++;
    if (nextToWake == null) {
      nextToWake = waiter;
    }
  }

  /**
   * Ends a wait, for whatever reason. Does nothing the second time.
   *
   * @return true if the waiter was woken: if it fails now it has to hand on what it was woken for
   */
  public boolean leave(Waiter waiter) {
    boolean wasWoken = waiter.woken;
    if (waiter.queued) {
      remove(waiter);
    }
    return wasWoken;
  }

  /** Puts a waiter that was woken for nothing back to sleep where it stands. */
  public void waitAgain(Waiter waiter) {
    if (waiter.woken) {
      waiter.woken = false;
      woken--;
      nextToWake = waitingFrom(first);
    }
  }

  /**
   * Wakes the first who waits. Those who are cancelled are passed over and are out.
   *
   * @return false if nobody waits
   */
  public boolean wakeNext() {
    while (nextToWake != null) {
      Waiter waiter = nextToWake;
      if (waiter.isCancelled()) {
        remove(waiter);
      } else {
        waiter.wake();
        waiter.woken = true;
        woken++;
        nextToWake = waitingFrom(waiter.next);
        return true;
      }
    }
    return false;
  }

  /** Wakes all who wait, in their order. */
  public void wakeAll() {
    while (wakeNext()) {
      // The waking is all.
    }
  }

  /** Puts those out who are cancelled. */
  public void dropCancelled() {
    Waiter waiter = nextToWake;
    while (waiter != null) {
      Waiter following = waitingFrom(waiter.next);
      if (waiter.isCancelled()) {
        remove(waiter);
      }
      waiter = following;
    }
  }

  private void remove(Waiter waiter) {
    if (waiter == nextToWake) {
      nextToWake = waitingFrom(waiter.next);
    }
    if (waiter.previous == null) {
      first = waiter.next;
    } else {
      waiter.previous.next = waiter.next;
    }
    if (waiter.next == null) {
      last = waiter.previous;
    } else {
      waiter.next.previous = waiter.previous;
    }
    waiter.previous = null;
    waiter.next = null;
    size--;
    if (waiter.woken) {
      waiter.woken = false;
      woken--;
    }
    waiter.queued = false;
  }

  /** The first who waits from {@code waiter} on. As a rule that is {@code waiter} itself. */
  private static Waiter waitingFrom(Waiter waiter) {
    Waiter found = waiter;
    while (found != null && found.woken) {
      found = found.next;
    }
    return found;
  }
}
