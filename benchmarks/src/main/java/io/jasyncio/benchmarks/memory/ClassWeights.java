package io.jasyncio.benchmarks.memory;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The difference of two class histograms of the JVM, by class. */
final class ClassWeights {

  private static final Pattern LINE = Pattern.compile("(?m)^ *\\d+: +(\\d+) +(\\d+) +(\\S+).*$");

  private record Weight(long objects, long bytes) {

    Weight minus(Weight other) {
      return other == null ? this : new Weight(objects - other.objects, bytes - other.bytes);
    }
  }

  private final Map<String, Weight> weights;

  ClassWeights(String before, String after) {
    weights = parse(after);
    parse(before)
        .forEach((name, weight) -> weights.computeIfPresent(name, (n, w) -> w.minus(weight)));
  }

  private static Map<String, Weight> parse(String histogram) {
    Map<String, Weight> weights = new HashMap<>();
    Matcher line = LINE.matcher(histogram);
    while (line.find()) {
      weights.put(
          line.group(3), new Weight(Long.parseLong(line.group(1)), Long.parseLong(line.group(2))));
    }
    return weights;
  }

  /** What adds a byte at least to each of {@code count}. */
  void print(int count, PrintStream out) {
    out.printf("%n| class | objects | bytes |%n|---|---|---|%n");
    weights.entrySet().stream()
        .filter(entry -> entry.getValue().bytes >= count / 10)
        .sorted(Comparator.comparing(entry -> -entry.getValue().bytes))
        .forEach(
            entry ->
                out.printf(
                    "| `%s` | %.2f | %.1f |%n",
                    entry.getKey(),
                    entry.getValue().objects / (double) count,
                    entry.getValue().bytes / (double) count));
  }
}
