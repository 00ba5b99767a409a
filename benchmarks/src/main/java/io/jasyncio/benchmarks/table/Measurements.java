package io.jasyncio.benchmarks.table;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jasyncio.benchmarks.Form;
import io.jasyncio.benchmarks.Outcome;
import io.jasyncio.benchmarks.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the rounds have measured of one row. */
final class Measurements {

  /** For each round, the outcome of each form that was measured in it. */
  private final List<Map<Form, Outcome>> rounds = new ArrayList<>();

  private Measurements() {}

  static Measurements read(Row row, Path results) throws IOException {
    Measurements all = new Measurements();
    for (int round = 1; Files.isDirectory(results.resolve("round-" + round)); round++) {
      Path directory = results.resolve("round-" + round);
      Map<Form, Outcome> outcomes = new EnumMap<>(Form.class);
      Path jmh = directory.resolve(row.key() + ".jmh.json");
      if (Files.exists(jmh)) {
        readJmh(jmh, outcomes);
      }
      for (Form form : Form.values()) {
        Path file = Outcome.file(directory, row, form);
        if (Files.exists(file)) {
          outcomes.put(form, Outcome.read(file));
        }
      }
      all.rounds.add(outcomes);
    }
    return all;
  }

  private static void readJmh(Path file, Map<Form, Outcome> outcomes) throws IOException {
    JsonArray benchmarks = JsonParser.parseString(Files.readString(file)).getAsJsonArray();
    for (JsonElement element : benchmarks) {
      JsonObject benchmark = element.getAsJsonObject();
      String name = benchmark.get("benchmark").getAsString();
      JsonObject secondary = benchmark.getAsJsonObject("secondaryMetrics");
      // A row that counts processor time counts it beside the time that passes.
      JsonObject time =
          secondary.has("cpuMillis")
              ? secondary.getAsJsonObject("cpuMillis")
              : benchmark.getAsJsonObject("primaryMetric");
      JsonObject allocated = secondary.getAsJsonObject("gc.alloc.rate.norm");
      outcomes.put(
          Form.ofMethod(name.substring(name.lastIndexOf('.') + 1)),
          new Outcome(median(time), allocated == null ? null : median(allocated)));
    }
  }

  private static double median(JsonObject metric) {
    List<Double> values = new ArrayList<>();
    for (JsonElement fork : metric.getAsJsonArray("rawData")) {
      fork.getAsJsonArray().forEach(value -> values.add(value.getAsDouble()));
    }
    return Spread.of(values).median();
  }

  boolean has(Form form) {
    return rounds.stream().anyMatch(round -> round.containsKey(form));
  }

  Spread values(Form form) {
    return Spread.of(each(round -> round.get(form)).map(Outcome::value).toList());
  }

  /** Null where nobody counted them. */
  Spread bytes(Form form) {
    List<Double> bytes =
        each(round -> round.get(form)).map(Outcome::bytes).filter(b -> b != null).toList();
    return bytes.isEmpty() ? null : Spread.of(bytes);
  }

  /** Taken inside each round, so that what a round suffers cancels out. */
  Spread ratio(Form above, Form below) {
    return Spread.of(
        each(round ->
                round.containsKey(above) && round.containsKey(below)
                    ? round.get(above).value() / round.get(below).value()
                    : null)
            .toList());
  }

  private <T> Stream<T> each(Function<Map<Form, Outcome>, T> read) {
    return rounds.stream().map(read).filter(value -> value != null);
  }
}
