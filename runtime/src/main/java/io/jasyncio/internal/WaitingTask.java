package io.jasyncio.internal;

import io.jasyncio.EventLoop;

/** A task as those see it that wake it up. */
public interface WaitingTask {

  /** The task's loop. */
  EventLoop getLoop();

  /**
   * Has the task go on in the next turn.
   *
   * @throws io.jasyncio.WrongLoopException on another thread than that of its loop, which runs
   */
  void wakeUp();
}
