package io.jasyncio.internal;

import java.time.Duration;

/** Durations and times as nanoseconds that stop at the ends of {@code long} (292 years). */
public final class Nanos {

  private Nanos() {}

  /** Rounds to the ends of {@code long}. */
  public static long of(Duration duration) {
    try {
      return duration.toNanos();
    } catch (ArithmeticException tooLong) {
      return duration.isNegative() ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }

  /**
   * A time to wait, which nobody can have meant to be negative.
   *
   * @param name of the argument, for the exception
   */
  public static long ofDelay(Duration duration, String name) {
    return of(checkDelay(duration, name));
  }

  /** Refuses null and less than no time. */
  public static Duration checkDelay(Duration duration, String name) {
    Arguments.notNull(duration, name);
    if (duration.isNegative()) {
      throw new IllegalArgumentException(
          "%s is negative: %s. Give Duration.ZERO for no time at all".formatted(name, duration));
    }
    return duration;
  }

  /** The time {@code nanos} after {@code time}. */
  public static long after(long time, long nanos) {
    long sum = time + nanos;
    boolean overflow = ((time ^ sum) & (nanos ^ sum)) < 0;
    if (!overflow) {
      return sum;
    }
    return nanos < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
  }
}
