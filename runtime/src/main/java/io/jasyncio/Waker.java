package io.jasyncio;

/** What wakes a suspended task: a future that it waits for, or a timer that it sleeps on. */
interface Waker {

  /** Makes {@code task} ready once this is done. */
  void wakes(LoopTask<?> task);

  /**
   * Ends the wait with a {@link CancelledError}.
   *
   * @return false if it was over already
   */
  boolean cancel(String message);

  /** Such as "sleeps" or "waits for Task 'fetch'": for a dump. */
  String describeWait();

  /** The value, or a {@link io.jasyncio.codegen.Failure}; asked once for each task woken. */
  Object outcome();
}
