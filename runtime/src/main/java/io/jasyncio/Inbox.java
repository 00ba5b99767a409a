package io.jasyncio;

import java.util.concurrent.atomic.AtomicReference;

/**
 * What other threads hand to the loop: a lock-free stack of handles, reversed when it is emptied.
 *
 * <p>The top of the stack also says whether the loop is about to wait, so that exactly one of the
 * threads that find it waiting wakes it, and none while it is busy:
 *
 * <pre>
 * null      empty, the loop is busy and will look
 * WAITING   empty, the loop waits: whoever puts something in has to wake it
 * CLOSED    nothing gets in any more
 * </pre>
 */
final class Inbox {

  private static final LoopHandle WAITING = new LoopHandle(null);
  private static final LoopHandle CLOSED = new LoopHandle(null);

  /** What {@link #put} has done. */
  enum Put {
    /** The loop will see it. */
    ACCEPTED,
    /** The loop has to be woken up. */
    WAKE_UP,
    /** The inbox is closed. */
    REFUSED
  }

  private final AtomicReference<LoopHandle> newest = new AtomicReference<>();

  /** Puts a handle in, from any thread. */
  Put put(LoopHandle handle) {
    while (true) {
      LoopHandle found = newest.get();
      if (found == CLOSED) {
        return Put.REFUSED;
      }
      handle.olderInInbox = found == WAITING ? null : found;
      if (newest.compareAndSet(found, handle)) {
        return found == WAITING ? Put.WAKE_UP : Put.ACCEPTED;
      }
    }
  }

  /**
   * Announces that the loop is going to wait.
   *
   * @return false if there is something to take out first
   */
  boolean announceWait() {
    return newest.compareAndSet(null, WAITING);
  }

  /** Takes everything out, oldest first, and ends an announced wait. */
  void drainTo(ReadyQueue ready) {
    if (newest.get() == null) {
      return;
    }
    LoopHandle handle = newest.getAndSet(null);
    if (handle == WAITING) {
      return;
    }
    LoopHandle oldest = null;
    while (handle != null) {
      LoopHandle older = handle.olderInInbox;
      handle.olderInInbox = oldest;
      oldest = handle;
      handle = older;
    }
    while (oldest != null) {
      LoopHandle younger = oldest.olderInInbox;
      oldest.olderInInbox = null;
      ready.add(oldest);
      oldest = younger;
    }
  }

  /** Drops everything, now and for ever. */
  void close() {
    newest.set(CLOSED);
  }
}
