package io.jasyncio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables in {@code docs/python-tests} name only tests that there are. */
class PythonTestTablesTest {

  /** Python's own tests begin with {@code test_}. */
  private static final Pattern NAMED = Pattern.compile("`(\\w+Test)\\.((?!test_)\\w+)`");

  private static final Pattern TEST =
      Pattern.compile(
          "@(?:Test|ParameterizedTest|AsyncTest|TestFactory)\\b[^{;]*?\\b(\\w+)\\s*\\((?:@TempDir[^)]*)?\\)");
  private static final Path ROOT = root();

  private static Path root() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(here.resolve("docs/python-tests"))) {
      here = here.getParent();
    }
    return here;
  }

  @Test
  void everyTestThatATableNames_isThere() throws IOException {
    Set<String> tests = tests();
    List<Path> pages = filesBelow(ROOT.resolve("docs/python-tests"), ".md");
    List<String> missing =
        pages.stream()
            .flatMap(
                page -> NAMED.matcher(read(page)).results().map(found -> describe(page, found)))
            .filter(named -> !tests.contains(named.substring(named.indexOf(' ') + 1)))
            .distinct()
            .toList();
    assertEquals(List.of(), missing);
    assertTrue(pages.size() > 10, pages.toString());
  }

  private static String describe(Path page, MatchResult found) {
    return page.getFileName() + " " + found.group(1) + "." + found.group(2);
  }

  /** As {@code Class.method}. */
  private static Set<String> tests() throws IOException {
    Set<String> tests = new HashSet<>();
    for (String module : List.of("runtime", "test-fixtures", "examples")) {
      for (Path source : filesBelow(ROOT.resolve(module + "/src/test/java"), "Test.java")) {
        String className = source.getFileName().toString().replace(".java", "");
        Matcher matcher = TEST.matcher(read(source));
        while (matcher.find()) {
          tests.add(className + "." + matcher.group(1));
        }
      }
    }
    return tests;
  }

  private static List<Path> filesBelow(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
