package io.jasyncio.benchmarks;

import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the command line says.
 *
 * @param daily the short mode: the rows and forms that change from day to day, in one round
 * @param rounds how often everything is measured
 * @param rows the keys of the rows that are wanted
 * @param results where the measurements are kept
 * @param page the Markdown file whose tables are replaced
 * @param tableOnly to write the tables of measurements made before
 */
public record BenchOptions(
    boolean daily, int rounds, Pattern rows, Path results, Path page, boolean tableOnly) {

  private static final Set<Form> DAILY_FORMS =
      Set.of(Form.JASYNCIO, Form.HAND_WRITTEN, Form.PLAIN_JAVA, Form.KOTLIN);

  static BenchOptions parse(String[] arguments) {
    boolean daily = false;
    boolean tableOnly = false;
    int rounds = 0;
    String rows = "";
    Path target = Path.of("benchmarks", "target");
    Path results = null;
    Path page = null;
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--short" -> daily = true;
        case "--table" -> tableOnly = true;
        case "--rounds" -> rounds = Integer.parseInt(arguments[++i]);
        case "--rows" -> rows = arguments[++i];
        case "--results" -> results = Path.of(arguments[++i]);
        case "--page" -> page = Path.of(arguments[++i]);
        default ->
            throw new IllegalArgumentException(
                "unknown: "
                    + arguments[i]
                    + "; there are --short, --rounds N, --rows REGEX, --table, --results DIRECTORY"
                    + " and --page FILE");
      }
    }
    if (rounds == 0) {
      rounds = daily ? 1 : 5;
    }
    if (results == null) {
      String directory = daily ? "results-short-jdk" : "results-jdk";
      results = target.resolve(directory + Runtime.version().feature());
    }
    if (page == null) {
      page = daily ? target.resolve("short.md") : Path.of("benchmarks", "README.md");
    }
    return new BenchOptions(daily, rounds, Pattern.compile(rows), results, page, tableOnly);
  }

  boolean measures(Row row) {
    return (row.daily() || !daily) && rows.matcher(row.key()).find();
  }

  boolean measures(Form form) {
    return (DAILY_FORMS.contains(form) || !daily) && form.available();
  }
}
