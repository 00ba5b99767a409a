package io.jasyncio;

/**
 * A callback that somebody waits behind: through it a dump of the tasks finds who awaits a task.
 * Futures that are callbacks, as that of {@code gather}, need not implement it.
 */
interface AwaitedThrough {

  /**
   * Who waits.
   *
   * @return the task, or the future that it awaits, or null if nobody does now
   */
  Future<?> waiter();
}
