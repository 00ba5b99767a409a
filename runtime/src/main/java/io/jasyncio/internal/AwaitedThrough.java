package io.jasyncio.internal;

import io.jasyncio.Future;

/**
 * A callback that somebody waits behind: through it a dump of the tasks finds who awaits a task.
 * Futures that are callbacks, as that of {@code gather}, need not implement it.
 */
public interface AwaitedThrough {

  /**
   * Who waits.
   *
   * @return the task, or the future that it awaits, or null if nobody does now
   */
  Future<?> waiter();
}
