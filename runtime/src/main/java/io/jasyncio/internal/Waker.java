package io.jasyncio.internal;

/**
 * What wakes a suspended task: a future that it waits for, its place in a wait queue, or a timer
 * that it sleeps on.
 */
public interface Waker {

  /** Makes {@code task} ready once this is done. */
  void wakes(WaitingTask task);

  /**
   * Ends the wait with a {@link io.jasyncio.CancelledError}.
   *
   * @return false if it was over already
   */
  boolean cancel(String message);

  /** The wait has failed to begin, for want of memory perhaps. */
  default void abandon() {}

  /** Such as "sleeps" or "waits for Task 'fetch'": for a dump. */
  String describeWait();

  /**
   * The value, a {@link io.jasyncio.codegen.Failure}, or {@link
   * io.jasyncio.codegen.Suspension#SUSPENDED} if the task has to wait on. Asked once for each task
   * woken, in the task's turn.
   *
   * @param unwanted true if the task was cancelled meanwhile and will not look at a value
   */
  Object outcome(boolean unwanted);
}
