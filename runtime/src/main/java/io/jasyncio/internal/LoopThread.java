package io.jasyncio.internal;

import io.jasyncio.EventLoop;

/** Which thread runs a loop. Asking it is cheaper than asking a thread for its loop. */
public final class LoopThread {

  private final EventLoop loop;

  /** Null while the loop is not running. */
  private volatile Thread thread;

  /** For a loop that does not run yet. */
  public LoopThread(EventLoop loop) {
    this.loop = loop;
  }

  /** The loop. */
  public EventLoop loop() {
    return loop;
  }

  /** The thread that runs the loop, or null while none does. */
  public Thread thread() {
    return thread;
  }

  /** The loop runs on this thread from now on. */
  public void begin() {
    thread = Thread.currentThread();
    CurrentLoop.setRunning(this);
  }

  /** The loop runs no longer. */
  public void end() {
    thread = null;
    CurrentLoop.setRunning(null);
  }

  /** True if the loop runs on this thread. */
  public boolean isCurrent() {
    return thread == Thread.currentThread();
  }
}
