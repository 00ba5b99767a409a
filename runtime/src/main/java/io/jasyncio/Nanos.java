package io.jasyncio;

import java.time.Duration;

/** Durations and times as nanoseconds that stop at the ends of {@code long} (292 years). */
final class Nanos {

  private Nanos() {}

  static long of(Duration duration) {
    try {
      return duration.toNanos();
    } catch (ArithmeticException tooLong) {
      return duration.isNegative() ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }

  /** The time {@code nanos} after {@code time}. */
  static long after(long time, long nanos) {
    long sum = time + nanos;
    boolean overflow = ((time ^ sum) & (nanos ^ sum)) < 0;
    if (!overflow) {
      return sum;
    }
    return nanos < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
  }
}
