package io.jasyncio;

import java.util.List;

/** A callback in the ready queue or in the inbox. */
class LoopHandle implements Handle, Ready {

  /** The handle that came into the inbox before this one. */
  LoopHandle olderInInbox;

  /** Null once cancelled. */
  private Runnable callback;

  @org.jetbrains.annotations.Async.Schedule
  LoopHandle(Runnable callback) {
    this.callback = callback;
  }

  @Override
  public void cancel() {
    callback = null;
  }

  @Override
  public final boolean cancelled() {
    return callback == null;
  }

  @Override
  @org.jetbrains.annotations.Async.Execute
  public final void takeTurn() {
    Runnable called = callback;
    if (called != null) {
      called.run();
    }
  }

  /** Where the callback was scheduled; empty unless in debug mode. */
  final List<StackTraceElement> madeAt() {
    return callback instanceof Scheduled scheduled ? scheduled.madeAt() : List.of();
  }

  @Override
  public String toString() {
    return cancelled() ? "cancelled callback" : "callback " + callback;
  }
}
