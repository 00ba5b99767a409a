package io.jasyncio.internal;

import io.jasyncio.EventLoop;

/** The loop that a thread works with: the one that runs, or else the one that was set. */
public final class CurrentLoop {

  private static final ThreadLocal<LoopThread> RUNNING = new ThreadLocal<>();
  private static final ThreadLocal<EventLoop> SET = new ThreadLocal<>();

  private CurrentLoop() {}

  /** Null for none. */
  static void setRunning(LoopThread loop) {
    put(RUNNING, loop);
  }

  /** What runs a loop on this thread, or null. */
  static LoopThread runningThread() {
    return RUNNING.get();
  }

  /** The loop that runs on this thread, or null. */
  public static EventLoop runningOrNull() {
    LoopThread running = RUNNING.get();
    return running == null ? null : running.loop();
  }

  /** The loop that runs on this thread. */
  public static EventLoop running() {
    EventLoop loop = runningOrNull();
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
    EventLoop running = runningOrNull();
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

  private static <T> void put(ThreadLocal<T> place, T loop) {
    if (loop == null) {
      place.remove();
    } else {
      place.set(loop);
    }
  }
}
