package io.jasyncio;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.IdentityHashMap;

/**
 * Tells, for a dump, how long those who sleep will sleep on.
 *
 * @param now by the loop's clock
 * @param due when the timers in the heap are due
 */
record SleepTimes(long now, IdentityHashMap<Timed, Long> due) {

  /** Words a sleep that {@code timer} ends. */
  String describe(Timed timer) {
    Long when = due.get(timer);
    return when == null ? "is ready to go on" : "sleeps (" + until(when) + " left)";
  }

  private Duration until(long when) {
    return Duration.ofNanos(Math.max(0, when - now)).truncatedTo(ChronoUnit.MILLIS);
  }
}
