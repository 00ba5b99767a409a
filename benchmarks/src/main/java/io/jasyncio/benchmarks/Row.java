package io.jasyncio.benchmarks;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A row of the tables: a workload with its parameters.
 *
 * @param title what people read
 * @param kind who measures it
 * @param workload the workload's name: its class, for JMH
 * @param parameters what JMH sets
 * @param unit of the numbers
 * @param daily whether the short mode measures it
 * @param goal what is to be reached
 */
public record Row(
    String title,
    Kind kind,
    String workload,
    Map<String, String> parameters,
    String unit,
    boolean daily,
    Goal goal) {

  /** Who measures a row. */
  public enum Kind {
    JMH,
    MEMORY,
    START_UP
  }

  /** Names the row's files. */
  public String key() {
    return new TreeMap<>(parameters)
        .values().stream()
            .collect(Collectors.joining("-", workload + "-", ""))
            .replaceAll("-$", "");
  }
}
