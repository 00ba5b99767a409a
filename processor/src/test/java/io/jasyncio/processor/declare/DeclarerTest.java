package io.jasyncio.processor.declare;

import static com.google.common.truth.Truth.assertThat;
import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;

import com.google.common.collect.ImmutableList;
import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import io.jasyncio.processor.AsyncProcessor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;

/** The state-machine classes that the processor declares. */
final class DeclarerTest {

  /** Set to rewrite the golden files with what is generated now. */
  private static final boolean REWRITES = Boolean.getBoolean("jasyncio.golden.rewrite");

  private static final JavaFileObject CRAWLER =
      source(
          "news.Crawler",
          """
          package news;
          class Crawler {
            @Async Coroutine<String> fetch(java.net.URI page, int... retries) throws Exception {
              return result(page.toString());
            }
            @Async static <T extends Comparable<T>> Coroutine<java.util.List<T>> sorted(
                java.util.List<? extends T> values, long self) {
              return result(null);
            }
          }
          """);

  @Test
  void machineOfAnInstanceMethod_looksLikeTheGoldenFile() throws IOException {
    assertGolden(compile(CRAWLER), "news/Async_Crawler_fetch.java");
  }

  @Test
  void machineOfAStaticGenericMethod_looksLikeTheGoldenFile() throws IOException {
    assertGolden(compile(CRAWLER), "news/Async_Crawler_sorted.java");
  }

  @Test
  void overloads_haveAMachineEach() {
    Compilation compilation =
        compile(
            source(
                "Client",
                """
                class Client {
                  @Async Coroutine<Void> send(String text) { return result(); }
                  @Async Coroutine<Void> send(byte[] bytes) { return result(); }
                }
                """));
    assertThat(compilation).succeededWithoutWarnings();
    assertThat(compilation).generatedSourceFile("Async_Client_send_String");
    assertThat(compilation).generatedSourceFile("Async_Client_send_byteArray");
  }

  @Test
  void nestedTypes_haveTheirMachinesInThePackage() {
    Compilation compilation =
        compile(
            source(
                "news.Outer",
                """
                package news;
                interface Outer {
                  enum Kind { NEW; @Async Coroutine<Kind> same() { return result(this); } }
                  record Point(int x) { @Async Coroutine<Integer> twice() { return result(2 * x); } }
                  @Async default Coroutine<Void> rest() { return result(); }
                  @Async Coroutine<Void> without();
                }
                """));
    assertThat(compilation).succeededWithoutWarnings();
    assertThat(compilation).generatedSourceFile("news.Async_Outer_Kind_same");
    assertThat(compilation).generatedSourceFile("news.Async_Outer_Point_twice");
    assertThat(compilation).generatedSourceFile("news.Async_Outer_rest");
    assertThat(compilation.generatedSourceFiles()).hasSize(3);
  }

  @Test
  void privateTypes_areObjectsInTheMachine() {
    Compilation compilation =
        compile(
            source(
                "Bank",
                """
                class Bank {
                  private record Secret(int pin) {
                    @Async Coroutine<Secret> self() { return result(this); }
                  }
                  @Async private Coroutine<Secret[]> open(Secret[] secrets) { return result(secrets); }
                }
                """));
    assertThat(compilation).succeededWithoutWarnings();
    assertThat(compilation)
        .generatedSourceFile("Async_Bank_open")
        .contentsAsUtf8String()
        .contains("final class Async_Bank_open extends Coroutine<Object>");
    assertThat(compilation)
        .generatedSourceFile("Async_Bank_open")
        .contentsAsUtf8String()
        .contains("Async_Bank_open(Bank self, Object secrets)");
    assertThat(compilation)
        .generatedSourceFile("Async_Bank_Secret_self")
        .contentsAsUtf8String()
        .contains("Async_Bank_Secret_self(Object self)");
  }

  @Test
  void sameSources_giveTheSameBytes() throws IOException {
    assertThat(outputOf(compile(CRAWLER))).isEqualTo(outputOf(compile(CRAWLER)));
  }

  @Test
  void otherClasses_doNotChangeAMachine() throws IOException {
    JavaFileObject other =
        source("Other", "class Other { @Async Coroutine<Void> fetch() { return result(); } }");
    Map<String, String> alone = outputOf(compile(CRAWLER));
    Map<String, String> before = outputOf(compile(other, CRAWLER));
    Map<String, String> after = outputOf(compile(CRAWLER, other));
    assertThat(before).isEqualTo(after);
    assertThat(before.entrySet()).containsAtLeastElementsIn(alone.entrySet());
  }

  @Test
  void methodWithAMissingType_isLeftToJavac() {
    Compilation compilation =
        compile(
            source(
                "Client",
                """
                class Client {
                  @Async Coroutine<Missing> ended() { return null; }
                  @Async Coroutine<Void> parameter(Missing[] missing) { return result(); }
                  @Async <M extends Missing> Coroutine<Void> bound(M missing) { return result(); }
                  @Async Missing type() { return null; }
                }
                """));
    assertThat(compilation).failed();
    compilation
        .errors()
        .forEach(error -> assertThat(error.getMessage(null)).contains("cannot find symbol"));
  }

  @Test
  void syntaxErrorInAnotherFile_isLeftToJavac() {
    Compilation compilation =
        compile(
            source(
                "Client",
                """
                class Client {
                  Coroutine<Void> unfinished() { return
                }
                """),
            source("Other", "class Other { @Async Coroutine<Void> rest() { return result(); } }"));
    assertThat(compilation).failed();
    compilation.errors().forEach(error -> assertThat(error.getMessage(null)).doesNotContain("["));
  }

  private static JavaFileObject source(String name, String text) {
    String imports =
        "import static io.jasyncio.Asyncio.*; import io.jasyncio.*; import"
            + " io.jasyncio.annotations.Async; ";
    String withImports =
        text.startsWith("package") ? text.replaceFirst(";", "; " + imports) : imports + text;
    return JavaFileObjects.forSourceString(name, withImports);
  }

  private static Compilation compile(JavaFileObject... sources) {
    List<JavaFileObject> all = new ArrayList<>(List.of(sources));
    all.addAll(StandIns.SOURCES);
    return javac()
        .withProcessors(new AsyncProcessor())
        .withOptions("-Xlint:all,-exports,-processing")
        .compile(all);
  }

  private static Map<String, String> outputOf(Compilation compilation) throws IOException {
    assertThat(compilation).succeeded();
    ImmutableList<JavaFileObject> files = compilation.generatedFiles();
    Map<String, String> output = new TreeMap<>();
    for (JavaFileObject file : files) {
      try (InputStream in = file.openInputStream()) {
        output.put(file.getName(), new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
      }
    }
    return output;
  }

  private static void assertGolden(Compilation compilation, String path) throws IOException {
    assertThat(compilation).succeededWithoutWarnings();
    String name = path.substring(path.lastIndexOf('/') + 1);
    Path golden = Path.of("src/test/resources/golden", name);
    if (REWRITES) {
      JavaFileObject generated =
          compilation.generatedFile(StandardLocation.SOURCE_OUTPUT, path).orElseThrow();
      Files.writeString(golden, generated.getCharContent(false));
    }
    assertThat(compilation)
        .generatedFile(StandardLocation.SOURCE_OUTPUT, path)
        .contentsAsUtf8String()
        .isEqualTo(Files.readString(golden));
  }
}
