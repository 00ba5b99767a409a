package io.jasyncio.benchmarks;

import io.jasyncio.benchmarks.table.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Measures all rows in rounds, each row in all its forms one after the other, and writes the page.
 * See README.md.
 */
public final class Bench {

  private Bench() {}

  /** See {@link BenchOptions}. */
  public static void main(String[] arguments) throws Exception {
    BenchOptions options = BenchOptions.parse(arguments);
    if (!options.tableOnly()) {
      measure(options);
    }
    Page.write(options.results(), options.page());
  }

  private static void measure(BenchOptions options) throws Exception {
    Instant start = Instant.now();
    for (int round = 1; round <= options.rounds(); round++) {
      Path directory = Files.createDirectories(options.results().resolve("round-" + round));
      List<Row> rows = new ArrayList<>(Rows.ALL);
      if (round % 2 == 0) {
        // What drifts in the course of a round then hits both ends alike.
        Collections.reverse(rows);
      }
      for (Row row : rows) {
        if (options.measures(row)) {
          Duration passed = Duration.between(start, Instant.now());
          System.out.printf(
              "round %d of %d, %d:%02d, %s%n",
              round, options.rounds(), passed.toMinutes(), passed.toSecondsPart(), row.title());
          measure(row, options, directory);
        }
      }
    }
  }

  private static void measure(Row row, BenchOptions options, Path directory) throws Exception {
    switch (row.kind()) {
      case JMH -> {
        JmhRun.of(row, options, directory);
        PythonRun.of(row, options, directory);
      }
      case MEMORY -> MemoryRun.of(row, options, directory);
      case START_UP -> StartUpRun.of(row, options, directory);
    }
  }
}
