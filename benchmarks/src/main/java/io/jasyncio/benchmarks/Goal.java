package io.jasyncio.benchmarks;

import java.util.EnumMap;
import java.util.Map;

/** The ratios to be reached, by peer; both kinds are read as "at most" and "at least". */
public record Goal(double atMostHandWritten, Map<Form, Double> atLeastFaster) {

  /** Nothing is laid down. */
  public static final Goal NONE = new Goal(Double.NaN, Map.of());

  /** At most so many times the hand-written form (for loops, the plain one). */
  public static Goal handWritten(double ratio) {
    return new Goal(ratio, Map.of());
  }

  /** And so many times as fast, or as small, as a peer at least. */
  public Goal ahead(Form peer, double ratio) {
    Map<Form, Double> more = new EnumMap<>(Form.class);
    more.putAll(atLeastFaster);
    more.put(peer, ratio);
    return new Goal(atMostHandWritten, more);
  }
}
