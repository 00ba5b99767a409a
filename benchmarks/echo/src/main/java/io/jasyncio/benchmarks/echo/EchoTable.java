package io.jasyncio.benchmarks.echo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The results as tables, one for each shape of request. */
final class EchoTable {

  private final Map<Shape, Map<ServerForm, List<Measured>>> results;

  EchoTable(Map<Shape, Map<ServerForm, List<Measured>>> results) {
    this.results = results;
  }

  /** Replaces the section of this JDK, or appends one. */
  void writeTo(Path page, Options options) throws IOException {
    int jdk = Runtime.version().feature();
    String begin = "<!-- begin of echo, JDK " + jdk + " -->\n";
    String end = "<!-- end of echo, JDK " + jdk + " -->\n";
    String section = begin + markdown(options) + end;
    String text = Files.exists(page) ? Files.readString(page) : "";
    int from = text.indexOf(begin);
    String written =
        from < 0
            ? text + "\n" + section
            : text.substring(0, from)
                + section
                + text.substring(text.indexOf(end, from) + end.length());
    Files.writeString(page, written);
    System.out.println("written: " + page);
  }

  private String markdown(Options options) {
    StringBuilder text = new StringBuilder();
    text.append(
        "%nEcho on JDK %s, %d connections, %d rounds of %d s, %s.%n"
            .formatted(
                Runtime.version(),
                options.connections(),
                options.rounds(),
                options.measured().toSeconds(),
                LocalDate.now(ZoneOffset.UTC)));
    for (Map.Entry<Shape, Map<ServerForm, List<Measured>>> shape : results.entrySet()) {
      text.append("%n**%s**%n%n".formatted(capitalised(shape.getKey().title)))
          .append(
              "| server | requests a second | of hand-written | p50, µs | p99, µs | CPU, µs |\n")
          .append("|---|---|---|---|---|---|\n");
      List<Measured> limit = shape.getValue().get(ServerForm.HAND_WRITTEN);
      shape.getValue().forEach((form, rounds) -> text.append(row(form, rounds, limit)));
    }
    return text.append('\n').toString();
  }

  private static String capitalised(String title) {
    return title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
  }

  private static String row(ServerForm form, List<Measured> rounds, List<Measured> limit) {
    return "| %s | %s | %s | %s | %s | %s |%n"
        .formatted(
            form.title,
            spread("%,.0f", values(rounds, Measured::requests)),
            limit == null ? "" : spread("%.2f", ratios(rounds, limit)),
            spread("%.0f", values(rounds, Measured::median)),
            spread("%.0f", values(rounds, Measured::p99)),
            spread("%.1f", values(rounds, Measured::cpu)));
  }

  private static List<Double> values(List<Measured> rounds, ToDoubleFunction<Measured> of) {
    return rounds.stream().map(of::applyAsDouble).toList();
  }

  /** Inside each round, in which the machine did much the same. */
  private static List<Double> ratios(List<Measured> rounds, List<Measured> limit) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < Math.min(rounds.size(), limit.size()); i++) {
      ratios.add(rounds.get(i).requests() / limit.get(i).requests());
    }
    return ratios;
  }

  /** The median, and the least and the greatest if there are several. */
  private static String spread(String format, List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    String median = format.formatted(sorted.get(sorted.size() / 2));
    return sorted.size() == 1
        ? median
        : median
            + " ("
            + format.formatted(sorted.get(0))
            + " to "
            + format.formatted(sorted.get(sorted.size() - 1))
            + ")";
  }
}
