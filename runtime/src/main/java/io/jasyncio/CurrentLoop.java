package io.jasyncio;

/** The loop that a thread works with: the one that runs, or else the one that was set. */
final class CurrentLoop {

  private static final ThreadLocal<EventLoop> SET = new ThreadLocal<>();

  private CurrentLoop() {}

  static void set(EventLoop loop) {
    if (loop == null) {
      SET.remove();
    } else {
      SET.set(loop);
    }
  }

  static EventLoop get() {
    EventLoop running = EventLoop.current();
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
}
