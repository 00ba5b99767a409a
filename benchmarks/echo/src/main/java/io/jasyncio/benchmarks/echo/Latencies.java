package io.jasyncio.benchmarks.echo;

/** Counts of nanoseconds, in buckets whose width is a 64th of what they hold. */
final class Latencies {

  private static final int STEPS = 64;
  private static final int STEP_BITS = 6;

  private final long[] counts = new long[64 * STEPS];
  private long total;

  void add(long nanos) {
    counts[bucket(Math.max(STEPS, nanos))]++;
    total++;
  }

  private static int bucket(long nanos) {
    int shift = 63 - Long.numberOfLeadingZeros(nanos) - STEP_BITS;
    return shift * STEPS + (int) (nanos >>> shift) - STEPS;
  }

  long total() {
    return total;
  }

  /** Microseconds that this part of all stays under. */
  double micros(double part) {
    long left = (long) Math.ceil(total * part);
    for (int i = 0; i < counts.length; i++) {
      left -= counts[i];
      if (left <= 0) {
        return ((long) (i % STEPS + STEPS) << (i / STEPS)) / 1e3;
      }
    }
    throw new IllegalStateException("nothing was counted");
  }
}
