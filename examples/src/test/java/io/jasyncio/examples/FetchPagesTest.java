package io.jasyncio.examples;

import static com.google.common.truth.Truth.assertThat;
import static io.jasyncio.Asyncio.run;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jasyncio.examples.ProgressBar.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FetchPagesTest {

  @TempDir private Path site;

  @Test
  void main_printsProgressAndLargestPages() throws Exception {
    for (int page = 1; page <= 20; page++) {
      write("page%02d.txt".formatted(page), "x".repeat(page));
    }

    assertThat(transcript(site))
        .containsExactly(
            "http://localhost:PORT/ lists 20 pages",
            "fetched 2 of 20 pages",
            "fetched 4 of 20 pages",
            "fetched 6 of 20 pages",
            "fetched 8 of 20 pages",
            "fetched 10 of 20 pages",
            "fetched 12 of 20 pages",
            "fetched 14 of 20 pages",
            "fetched 16 of 20 pages",
            "fetched 18 of 20 pages",
            "fetched 20 of 20 pages",
            "20 pages, 210 bytes, N ms. The largest:",
            "      20  /page20.txt",
            "      19  /page19.txt",
            "      18  /page18.txt",
            "      17  /page17.txt",
            "      16  /page16.txt")
        .inOrder();
  }

  @Test
  void main_takesAwkwardNamesAndEmptyFiles() throws Exception {
    write("two words & 100%.txt", "some text");
    write("empty", "");

    assertThat(transcript(site))
        .containsAtLeast(
            "2 pages, 9 bytes, N ms. The largest:",
            "       9  /two%20words%20&%20100%25.txt",
            "       0  /empty")
        .inOrder();
  }

  @Test
  void main_leavesOutWhatIsNotSource() throws Exception {
    write("src/A.java", "class A {}");
    write("target/classes/A.class", "not text");
    write(".git/config", "secret");

    assertThat(transcript(site)).contains("http://localhost:PORT/ lists 1 pages");
  }

  @Test
  void main_noPages_reportsNone() throws Exception {
    assertThat(transcript(site))
        .containsExactly(
            "http://localhost:PORT/ lists 0 pages", "0 pages, 0 bytes, N ms. The largest:");
  }

  @Test
  void main_fetchesThisRepository() throws Exception {
    assertThat(transcript(Repository.root())).contains("fetched PAGES of PAGES pages");
  }

  @Test
  void fetch_missingPage_failsWithPlainIOException() throws Exception {
    try (FileServer server = FileServer.start(site)) {
      FetchPages program = new FetchPages(server.address(), System.out, Style.LINES);

      IOException failure = assertThrows(IOException.class, () -> run(() -> program.fetch("gone")));

      assertThat(failure).hasMessageThat().endsWith("/gone answered 404");
    }
  }

  private void write(String name, String text) throws IOException {
    Path file = site.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** What differs from run to run is replaced by its name. */
  private static List<String> transcript(Path root) throws Exception {
    return Transcript.of(() -> FetchPages.main(new String[] {root.toString()})).stream()
        .map(line -> line.replaceFirst("localhost:\\d+", "localhost:PORT"))
        .map(line -> line.replaceFirst("\\d+ ms", "N ms"))
        .map(line -> line.replaceFirst("fetched (\\d\\d\\d+) of \\1 ", "fetched PAGES of PAGES "))
        .toList();
  }
}
