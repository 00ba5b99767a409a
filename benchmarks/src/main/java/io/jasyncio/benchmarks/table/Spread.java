package io.jasyncio.benchmarks.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The median of several rounds, with the least and the greatest. */
record Spread(double median, double least, double greatest) {

  static Spread of(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Spread(median, sorted[0], sorted[sorted.length - 1]);
  }

  /** Three significant digits, with the spread if there was more than one round. */
  @Override
  public String toString() {
    String range = least == greatest ? "" : " (" + digits(least) + "–" + digits(greatest) + ")";
    return digits(median) + range;
  }

  static String digits(double value) {
    double size = Math.abs(value);
    String format = size >= 99.5 ? "%,.0f" : size >= 9.95 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, format, value);
  }
}
