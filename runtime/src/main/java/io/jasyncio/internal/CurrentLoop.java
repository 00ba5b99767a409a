package io.jasyncio.internal;

import io.jasyncio.EventLoop;

/** The loop that a thread works with: the one that runs, or else the one that was set. */
public final class CurrentLoop {

  private static final ThreadLocal<EventLoop> RUNNING = new ThreadLocal<>();
  private static final ThreadLocal<EventLoop> SET = new ThreadLocal<>();

  private CurrentLoop() {}

  /** Null for none. */
  public static void setRunning(EventLoop loop) {
    put(RUNNING, loop);
  }

  /** The loop that runs on this thread, or null. */
  public static EventLoop runningOrNull() {
    return RUNNING.get();
  }

  /** The loop that runs on this thread. */
  public static EventLoop running() {
    EventLoop loop = RUNNING.get();
    if (loop == null) {
      throw noneRuns();
    }
    return loop;
  }

  public static IllegalStateException noneRuns() {
    return new IllegalStateException(
        "no running event loop: call this from a coroutine or a callback, below Asyncio.run(...)");
  }

  /** Null for none. */
  public static void set(EventLoop loop) {
    put(SET, loop);
  }

  public static EventLoop get() {
    EventLoop running = RUNNING.get();
    if (running != null) {
      return running;
    }
    EventLoop set = SET.get();
    if (set == null) {
      throw new IllegalStateException(
          "There is no current event loop on "
              + Thread.currentThread()
              + ": call this below Asyncio.run(...), or setEventLoop(loop) first");
    }
    return set;
  }

  private static void put(ThreadLocal<EventLoop> place, EventLoop loop) {
    if (loop == null) {
      place.remove();
    } else {
      place.set(loop);
    }
  }
}
