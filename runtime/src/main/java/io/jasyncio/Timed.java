package io.jasyncio;

/** Something that waits in the timer heap. */
interface Timed extends Ready {

  /** True if it needs no turn any more. */
  boolean cancelled();

  /** Called when it leaves the heap. */
  void unscheduled();
}
