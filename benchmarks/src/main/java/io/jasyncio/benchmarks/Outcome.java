package io.jasyncio.benchmarks;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a form came to in one round; where JMH did not measure it, its file has this as JSON.
 *
 * @param value in the row's unit
 * @param bytes allocated for an operation; absent if not measured
 */
public record Outcome(double value, Double bytes) {

  private static final Gson GSON = new Gson();

  /** Where {@link #write} writes. */
  public static Path file(Path directory, Row row, Form form) {
    return directory.resolve(row.key() + "." + form + ".json");
  }

  void write(Path directory, Row row, Form form) throws IOException {
    Files.writeString(file(directory, row, form), GSON.toJson(this));
  }

  /** Reads what {@link #write} wrote. */
  public static Outcome read(Path file) throws IOException {
    return GSON.fromJson(Files.readString(file), Outcome.class);
  }
}
