package io.jasyncio.examples;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What README.md and the pages in docs/ show is true: their Java compiles, their links lead on. */
final class ReadmeSnippetsTest {

  private static final Path ROOT = Repository.root();
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:\\s]+)(#[^)]*)?\\)");
  private static final Pattern INLINE_CODE = Pattern.compile("`[^`]*`");

  @TempDir private static Path output;

  /** The pages of the diagnostics show mistakes; the programs under programs/bad compile those. */
  private static boolean isNoDiagnostic(Path page) {
    return !page.getParent().endsWith("diagnostics");
  }

  @TestFactory
  Stream<DynamicTest> everyJavaSnippetCompiles() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path page : pages().stream().filter(ReadmeSnippetsTest::isNoDiagnostic).toList()) {
      for (Snippet snippet : Snippet.of(page)) {
        if (SnippetCompiler.compiles(snippet)) {
          tests.add(DynamicTest.dynamicTest(snippet.place(), () -> compile(snippet)));
        }
      }
    }
    return tests.stream();
  }

  @Test
  void compiler_reportsWhatIsWrongWithSnippet() throws IOException {
    SnippetCompiler compiler = new SnippetCompiler(output);

    assertThat(compiler.compile(members("@Async Coroutine<Void> a() { a(); return result(); }")))
        .containsExactly("NeverAwaited");
    assertThat(compiler.compile(members("void b() { await(sleep(Duration.ZERO)); }")))
        .containsExactly("AwaitOutsideAsync");
    assertThat(compiler.compile(members("int c = true;"))).hasSize(1);
  }

  private static Snippet members(String code) {
    return new Snippet(Path.of("test"), 1, "java", "members", List.of(code));
  }

  private static void compile(Snippet snippet) throws IOException {
    SnippetCompiler compiler = new SnippetCompiler(Files.createTempDirectory(output, "snippet"));

    List<String> found = compiler.compile(snippet);

    assertWithMessage(snippet.place())
        .that(found)
        .containsExactlyElementsIn(SnippetCompiler.expected(snippet));
  }

  @Test
  void firstShellBlock_isTheTwoSetUpCommands() throws IOException {
    Snippet setUp =
        Snippet.of(ROOT.resolve("README.md")).stream()
            .filter(snippet -> snippet.language().equals("sh"))
            .findFirst()
            .orElseThrow();

    assertThat(setUp.lines()).hasSize(2);
    assertThat(setUp.lines().get(1)).isEqualTo(commandOfContinuousIntegration());
  }

  private static String commandOfContinuousIntegration() throws IOException {
    List<String> commands =
        Files.readAllLines(ROOT.resolve(".ci/run")).stream()
            .filter(line -> line.startsWith("mvn "))
            .toList();
    assertThat(commands).hasSize(1);
    return commands.get(0).replaceFirst(" \\|\\| .*", "");
  }

  @Test
  void everyRelativeLinkLeadsSomewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path page : pages()) {
      Matcher link = LINK.matcher(INLINE_CODE.matcher(Files.readString(page)).replaceAll("code"));
      while (link.find()) {
        if (!Files.exists(page.resolveSibling(link.group(1)))) {
          broken.add(ROOT.relativize(page) + ": " + link.group(1));
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void readmeNamesEveryExample() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    Path sources = ROOT.resolve("examples/src/main/java/io/jasyncio/examples");
    try (Stream<Path> files = Files.list(sources)) {
      for (Path file : files.toList()) {
        if (Files.readString(file).contains("public static void main(")) {
          assertThat(readme).contains(file.getFileName().toString().replace(".java", ""));
        }
      }
    }
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    try (Stream<Path> top = Files.list(ROOT);
        Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      Stream.concat(top, docs)
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .forEach(pages::add);
    }
    return pages;
  }
}
