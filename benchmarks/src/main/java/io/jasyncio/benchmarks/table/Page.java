package io.jasyncio.benchmarks.table;

import io.jasyncio.benchmarks.Form;
import io.jasyncio.benchmarks.Row;
import io.jasyncio.benchmarks.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/** The page with the tables, a section for each JDK, of which this JDK's is replaced. */
public final class Page {

  private Page() {}

  /** Replaces the section between this JDK's two comments, or appends one. */
  public static void write(Path results, Path page) throws IOException {
    int jdk = Runtime.version().feature();
    String begin = "<!-- begin of results, JDK " + jdk + " -->\n";
    String end = "<!-- end of results, JDK " + jdk + " -->\n";
    String section = begin + section(results) + end;
    String text = Files.exists(page) ? Files.readString(page) : "";
    int from = text.indexOf(begin);
    String written =
        from < 0
            ? text + (text.isEmpty() ? "" : "\n") + section
            : text.substring(0, from)
                + section
                + text.substring(text.indexOf(end, from) + end.length());
    Files.writeString(page, written);
    System.out.println("written: " + page);
  }

  private static String section(Path results) throws IOException {
    Map<Row, Measurements> rows = new LinkedHashMap<>();
    for (Row row : Rows.ALL) {
      Measurements measured = Measurements.read(row, results);
      if (measured.has(Form.JASYNCIO)) {
        rows.put(row, measured);
      }
    }
    return "\n### JDK "
        + Runtime.version()
        + "\n\n"
        + Runtime.getRuntime().availableProcessors()
        + " processors, "
        + System.getProperty("os.name")
        + ", "
        + LocalDate.now(ZoneOffset.UTC)
        + ", "
        + rounds(results)
        + ".\n\n"
        + new RatioTable(rows).markdown()
        + "\n"
        + new ValueTable(rows).markdown()
        + "\n";
  }

  private static String rounds(Path results) {
    int rounds = 0;
    while (Files.isDirectory(results.resolve("round-" + (rounds + 1)))) {
      rounds++;
    }
    return rounds == 1 ? "1 round" : rounds + " rounds";
  }
}
