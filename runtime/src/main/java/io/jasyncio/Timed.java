package io.jasyncio;

/** Something that waits in the timer heap. */
interface Timed extends Ready {

  /** True if it was cancelled and needs no turn any more. */
  boolean isLeftBehind();

  /** Called when it leaves the heap: cancelled, or to be run, or because the loop is closed. */
  void unscheduled();
}
