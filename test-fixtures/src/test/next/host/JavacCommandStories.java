package io.jasyncio.fixtures.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user does at a prompt: {@code javac} with the processor jar alone, then {@code java}. */
abstract class JavacCommandStories {

  private static final String NOT_WOVEN = "io.jasyncio.NotWovenError: %s was not woven.";

  private final Path jdk;

  @TempDir Path directory;
  private Jars jars;
  private Project project;

  JavacCommandStories(Path jdk) {
    this.jdk = jdk;
  }

  @BeforeEach
  void openProject() {
    jars = Jars.find();
    project = new Project(directory, jdk);
  }

  // Where the classes go

  @Test
  void noDestination_classStandsBesideItsSource() throws Exception {
    project.write("Hello.java", Programs.HELLO);

    assertEquals(Outcome.QUIET, compile("Hello.java"));
    assertTrue(project.has("Hello.class"));
    assertEquals(Outcome.printed(Programs.HELLO_OUTPUT), run(".", "Hello"));
  }

  @Test
  void noDestination_packageDirectoryBelow() throws Exception {
    project.write("app/Hello.java", Programs.helloIn("app"));

    assertEquals(Outcome.QUIET, compile("app/Hello.java"));
    assertTrue(project.has("app/Hello.class"));
    assertEquals(Outcome.printed(Programs.HELLO_OUTPUT), run(".", "app.Hello"));
  }

  @Test
  void noDestination_sourcesInADirectoryOfTheirOwn() throws Exception {
    project.write("src/app/Hello.java", Programs.helloIn("app"));

    assertEquals(Outcome.QUIET, compile("src/app/Hello.java"));
    assertTrue(project.has("src/app/Hello.class"));
    // javac of JDK 17 puts what processors generate into the working directory.
    assertEquals(
        Outcome.printed(Programs.HELLO_OUTPUT), run("src" + File.pathSeparator + ".", "app.Hello"));
  }

  @Test
  void noDestination_otherClassOfThatNameInTheWorkingDirectory_isLeftAlone() throws Exception {
    project.write("Hello.java", Programs.HELLO);
    assertEquals(Outcome.QUIET, project.javac("-proc:none", "-cp", jars.library(), "Hello.java"));
    fromTheFuture("Hello.class");
    byte[] other = Files.readAllBytes(project.path("Hello.class"));
    project.write("src/app/Hello.java", Programs.helloIn("app"));

    assertEquals(Outcome.QUIET, compile("src/app/Hello.java"));
    assertEquals(
        Outcome.printed(Programs.HELLO_OUTPUT), run("src" + File.pathSeparator + ".", "app.Hello"));
    assertArrayEquals(other, Files.readAllBytes(project.path("Hello.class")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"out", "out/with spaces and ümlauts"})
  void destination(String out) throws Exception {
    project.write("Hello.java", Programs.HELLO);

    assertEquals(Outcome.QUIET, compile("-d", out, "Hello.java"));
    assertFalse(project.has("Hello.class"));
    assertEquals(Outcome.printed(Programs.HELLO_OUTPUT), run(out, "Hello"));
  }

  @Test
  void destination_otherwiseGeneratedSources() throws Exception {
    project.write("Hello.java", Programs.HELLO);
    Files.createDirectory(project.path("generated"));

    assertEquals(Outcome.QUIET, compile("-d", "out", "-s", "generated", "Hello.java"));
    assertTrue(project.has("generated/Async_Hello_greet.java"));
    assertEquals(Outcome.printed(Programs.HELLO_OUTPUT), run("out", "Hello"));
  }

  @Test
  void destinationWithOlderWovenClasses() throws Exception {
    project.write("Hello.java", Programs.HELLO.replace("\"Hello\"", "\"Good bye\""));
    assertEquals(Outcome.QUIET, compile("-d", "out", "Hello.java"));
    assertEquals(Outcome.printed("Good bye, world"), run("out", "Hello"));

    project.write("Hello.java", Programs.HELLO);
    assertEquals(Outcome.QUIET, compile("-d", "out", "Hello.java"));
    assertEquals(Outcome.printed(Programs.HELLO_OUTPUT), run("out", "Hello"));
  }

  @Test
  void destinationWithOlderUnwovenClasses() throws Exception {
    project.write("Hello.java", Programs.HELLO);
    assertEquals(
        Outcome.QUIET,
        project.javac("-proc:none", "-cp", jars.library(), "-d", "out", "Hello.java"));
    fromTheFuture("out/Hello.class");

    assertEquals(Outcome.QUIET, compile("-d", "out", "Hello.java"));
    assertEquals(Outcome.printed(Programs.HELLO_OUTPUT), run("out", "Hello"));
  }

  @Test
  void destination_olderUnwovenClassBesideTheSource_isLeftAlone() throws Exception {
    project.write("Hello.java", Programs.HELLO);
    assertEquals(Outcome.QUIET, project.javac("-proc:none", "-cp", jars.library(), "Hello.java"));
    fromTheFuture("Hello.class");

    assertEquals(Outcome.QUIET, compile("-d", "out", "Hello.java"));
    assertEquals(Outcome.printed(Programs.HELLO_OUTPUT), run("out", "Hello"));
  }

  /** Also the second source on the same destination: only the first knows the other. */
  @Test
  void oneOfTwoClassesCompiledAgain() throws Exception {
    project.write("a/One.java", Programs.value("a", "One", "\"one\""));
    project.write("b/Two.java", Programs.value("b", "Two", "await(a.One.value()) + \" two\""));
    project.write("Main.java", main("b.Two"));
    assertEquals(Outcome.QUIET, compile("-d", "out", "a/One.java", "b/Two.java", "Main.java"));
    assertEquals(Outcome.printed("one two"), run("out", "Main"));

    project.write("b/Two.java", Programs.value("b", "Two", "await(a.One.value()) + \" three\""));
    String classPath = "out" + File.pathSeparator + jars.library();
    assertEquals(
        Outcome.QUIET,
        project.javac(
            "-cp", classPath, "--processor-path", processor(), "-d", "out", "b/Two.java"));
    assertEquals(Outcome.printed("one three"), run("out", "Main"));
  }

  // Options

  @Test
  void allLintsAsErrors_sayNothing() throws Exception {
    project.write("Hello.java", Programs.HELLO);

    assertEquals(Outcome.QUIET, compile("-Xlint:all", "-Werror", "Hello.java"));
    assertEquals(Outcome.QUIET, compile("-Xlint:all", "-Werror", "-d", "out", "Hello.java"));
    // Now there are classes to be overwritten.
    assertEquals(Outcome.QUIET, compile("-Xlint:all", "-Werror", "-d", "out", "Hello.java"));
    assertEquals(Outcome.printed(Programs.HELLO_OUTPUT), run("out", "Hello"));
  }

  @Test
  void allDoclintsAsErrors_sayNothing() throws Exception {
    project.write("Hello.java", Programs.HELLO);

    assertEquals(
        Outcome.QUIET,
        compile("-Xdoclint:all", "-Xlint:all", "-Werror", "-d", "out", "Hello.java"));
    assertEquals(Outcome.printed(Programs.HELLO_OUTPUT), run("out", "Hello"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-g",
        "-g:none",
        "-parameters",
        "--release=17",
        "-proc:full",
        "-processor=io.jasyncio.processor.AsyncProcessor",
        "-XDcompilePolicy=simple",
        "-XDcompilePolicy=byfile",
        "-implicit:none",
      })
  void option(String option) throws Exception {
    if (option.equals("-proc:full") && !knowsProcFull()) {
      return;
    }
    project.write("Hello.java", Programs.HELLO);

    List<String> arguments = new ArrayList<>(List.of(option));
    if (option.startsWith("-processor=")) {
      arguments = new ArrayList<>(List.of(option.split("=")));
    }
    arguments.addAll(List.of("-d", "out", "Hello.java"));
    assertEquals(Outcome.QUIET, compile(arguments.toArray(String[]::new)));
    assertEquals(Outcome.printed(Programs.HELLO_OUTPUT), run("out", "Hello"));
  }

  private boolean knowsProcFull() throws Exception {
    return project.javac("-proc:full", "-version").status() == 0;
  }

  // Modules

  @ParameterizedTest
  @ValueSource(strings = {"--processor-path", "--processor-module-path"})
  void namedModule(String processorOption) throws Exception {
    project.write(
        "module-info.java",
        "/** Greets. */\nmodule app {\n  requires transitive io.jasyncio;\n\n  exports app;\n}\n");
    project.write("app/Hello.java", Programs.helloIn("app"));

    assertEquals(
        Outcome.QUIET,
        project.javac(
            "-Xlint:all",
            "-Xdoclint:all",
            "-Werror",
            "--module-path",
            jars.library(),
            processorOption,
            processor(),
            "-d",
            "out",
            "module-info.java",
            "app/Hello.java"));
    assertEquals(
        Outcome.printed(Programs.HELLO_OUTPUT),
        project.java(
            "--module-path", "out" + File.pathSeparator + jars.library(), "-m", "app/app.Hello"));
  }

  @Test
  void severalModulesInOneRun() throws Exception {
    project.write(
        "src/one/module-info.java", "module one { requires transitive io.jasyncio; exports a; }");
    project.write("src/one/a/One.java", Programs.value("a", "One", "\"one\""));
    project.write("src/two/module-info.java", "module two { requires one; }");
    project.write(
        "src/two/b/Two.java", Programs.value("b", "Two", "await(a.One.value()) + \" two\""));
    project.write("src/two/b/Main.java", "package b;\n\n" + main("Two"));

    assertEquals(
        Outcome.QUIET,
        project.javac(
            "--module-path",
            jars.library(),
            "--processor-path",
            processor(),
            "--module-source-path",
            "src",
            "-m",
            "one,two",
            "-d",
            "out"));
    assertEquals(
        Outcome.printed("one two"),
        project.java(
            "--module-path", "out" + File.pathSeparator + jars.library(), "-m", "two/b.Main"));
  }

  // Many sources

  @Test
  void severalFilesAndPackagesInOneRun() throws Exception {
    project.write("src/a/One.java", Programs.value("a", "One", "\"one\""));
    project.write("src/b/Two.java", Programs.value("b", "Two", "await(a.One.value()) + \" two\""));
    project.write(
        "src/b/Three.java", Programs.value("b", "Three", "await(Two.value()) + \" three\""));
    // The names of the machines' files must not meet.
    project.write(
        "src/c/One.java", Programs.value("c", "One", "await(b.Three.value()) + \" one\""));
    project.write("src/Main.java", main("c.One"));

    for (List<String> order : orders()) {
      List<String> arguments = new ArrayList<>(List.of("-Xlint:all", "-Werror", "-d", "out"));
      arguments.addAll(order);
      assertEquals(Outcome.QUIET, compile(arguments.toArray(String[]::new)));
      assertEquals(Outcome.printed("one two three one"), run("out", "Main"));
    }
  }

  private static List<List<String>> orders() {
    return List.of(
        List.of(
            "src/a/One.java",
            "src/b/Two.java",
            "src/b/Three.java",
            "src/c/One.java",
            "src/Main.java"),
        List.of(
            "src/Main.java",
            "src/c/One.java",
            "src/b/Three.java",
            "src/b/Two.java",
            "src/a/One.java"));
  }

  /** javac processes no annotations of a class that it finds by itself, and may say so. */
  @ParameterizedTest
  @ValueSource(strings = {"", "-implicit:class"})
  void classFoundOnTheSourcePath_neverRunsUnwoven(String option) throws Exception {
    project.write("src/a/One.java", Programs.value("a", "One", "\"one\""));
    project.write("src/Main.java", main("a.One"));

    List<String> arguments = new ArrayList<>(List.of("-sourcepath", "src", "-d", "out"));
    if (!option.isEmpty()) {
      arguments.add(option);
    }
    arguments.add("src/Main.java");
    Outcome compiled = compile(arguments.toArray(String[]::new));
    if (compiled.status() == 0) {
      Outcome ran = run("out", "Main");
      assertTrue(
          ran.equals(Outcome.printed("one"))
              || ran.output().contains(NOT_WOVEN.formatted("a.One.value")),
          () -> compiled + "\n" + ran);
    } else {
      assertTrue(compiled.output().contains("One.java"), compiled::output);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void parameterTypeThatAnotherProcessorWritesInALaterRound(boolean ourselvesFirst)
      throws Exception {
    project.write("maker/Maker.java", MAKER);
    assertEquals(
        Outcome.QUIET, project.javac("-proc:none", "-d", "maker/classes", "maker/Maker.java"));
    project.write(
        "maker/classes/META-INF/services/javax.annotation.processing.Processor", "Maker\n");
    project.write("Main.java", USES_MADE);

    List<String> order = List.of(processor(), "maker/classes");
    String processors =
        String.join(
            File.pathSeparator, ourselvesFirst ? order : List.of(order.get(1), order.get(0)));
    assertEquals(
        Outcome.QUIET,
        project.javac(
            "-cp", jars.library(), "--processor-path", processors, "-d", "out", "Main.java"));
    assertEquals(Outcome.printed("Made Madenull"), run("out", "Main"));
  }

  private static final String MAKER =
      """
      import java.io.IOException;
      import java.io.UncheckedIOException;
      import java.util.Set;
      import javax.annotation.processing.*;
      import javax.lang.model.SourceVersion;
      import javax.lang.model.element.TypeElement;

      @SupportedAnnotationTypes("*")
      public class Maker extends AbstractProcessor {
        private int round;

        @Override
        public SourceVersion getSupportedSourceVersion() {
          return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment env) {
          switch (round++) {
            case 0 -> write("Unrelated", "class Unrelated {}");
            case 1 -> write("Made", "class Made { public String toString() { return \\"Made\\"; } }");
            default -> {}
          }
          return false;
        }

        private void write(String name, String text) {
          try (var out = processingEnv.getFiler().createSourceFile(name).openWriter()) {
            out.write(text);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }
      }
      """;

  private static final String USES_MADE =
      """
      import static io.jasyncio.Asyncio.*;

      import io.jasyncio.Coroutine;
      import io.jasyncio.annotations.Async;
      import java.time.Duration;
      import java.util.List;

      class Main {
        @Async
        static Coroutine<Made> same(Made made, List<? extends Made> others, Made... more) {
          return result(await(sleep(Duration.ZERO, others.get(0))));
        }

        @Async
        static Coroutine<String> text(Made[] made) {
          Made first = await(same(made[0], List.of(made)));
          return result(first + " " + made[0]);
        }

        @Async
        static <M extends Made> Coroutine<M[]> array(M made) {
          M[] array = await(sleep(Duration.ZERO, (M[]) null));
          return result(array);
        }

        // An annotation that nobody claims: javac looks for processors until all are claimed.
        @SuppressWarnings("unused")
        public static void main(String[] arguments) {
          System.out.println(run(text(new Made[] {new Made()})) + run(array(new Made())));
        }
      }
      """;

  // What can go wrong

  @Test
  void withoutProcessor_firstAwaitSaysWhy() throws Exception {
    project.write("Hello.java", Programs.HELLO);

    assertEquals(
        Outcome.QUIET,
        project.javac("-proc:none", "-cp", jars.library(), "-d", "out", "Hello.java"));
    Outcome ran = run("out", "Hello");
    assertEquals(1, ran.status());
    assertTrue(ran.output().contains(NOT_WOVEN.formatted("Hello.greet")), ran::output);
  }

  @Test
  void processingOnly_thenCompiledWithoutProcessor_firstAwaitSaysWhy() throws Exception {
    project.write("Hello.java", Programs.HELLO);
    Files.createDirectory(project.path("generated"));

    assertEquals(
        Outcome.QUIET,
        compile("-proc:only", "-Xlint:all", "-Werror", "-s", "generated", "Hello.java"));
    assertFalse(project.has("Hello.class"));
    assertEquals(
        Outcome.QUIET,
        project.javac(
            "-proc:none",
            "-Xlint:all",
            "-Werror",
            "-cp",
            jars.library(),
            "-d",
            "out",
            "generated/Async_Hello_greet.java",
            "Hello.java"));
    Outcome ran = run("out", "Hello");
    assertEquals(1, ran.status());
    assertTrue(ran.output().contains(NOT_WOVEN.formatted("Hello.greet")), ran::output);
  }

  @Test
  void sourceLauncher_firstAwaitSaysWhy() throws Exception {
    project.write("Hello.java", Programs.HELLO);

    Outcome ran = project.java("-cp", jars.library(), "Hello.java");
    assertEquals(1, ran.status());
    assertTrue(ran.output().contains(NOT_WOVEN.formatted("Hello.greet")), ran::output);
  }

  @Test
  void errorInAnotherClass_onlyJavacSpeaks() throws Exception {
    project.write("Hello.java", Programs.HELLO);
    project.write("Wrong.java", "class Wrong {\n  int x = \"text\";\n}\n");

    Outcome compiled = compile("-d", "out", "Hello.java", "Wrong.java");
    assertEquals(List.of("Wrong.java:2: error:"), errors(compiled));
    assertEquals(1, compiled.status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int x = \"text\";",
        "Missing x = null;",
        "missing();",
        "await(missing());",
        "await(new Missing());",
        "int x = await(sleep(Duration.ZERO, \"text\"));",
        "int x; await(sleep(Duration.ZERO, x));",
        "await();",
        "await(\"text\");",
        "return \"text\";",
        "if (names.isEmpty()) throw new Exception();",
        "for (Missing each : await(sleep(Duration.ZERO, names))) {}",
      })
  void errorInAnAsyncMethod_onlyJavacSpeaks(String statement) throws Exception {
    String marker = "String start =";
    int line = (int) Programs.HELLO.substring(0, Programs.HELLO.indexOf(marker)).lines().count();
    project.write("Hello.java", Programs.HELLO.replace(marker, statement + " " + marker));

    Outcome compiled = compile("-d", "out", "Hello.java");
    assertEquals(List.of("Hello.java:" + line + ": error:"), errors(compiled), compiled::output);
    assertEquals(1, compiled.status());
    assertFalse(project.has("out/Hello.class"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Coroutine<String> greet(Missing names)",
        "Coroutine<String> greet(List<Missing> names)",
        "Coroutine<String> greet(Missing[] names)",
        "Coroutine<String> greet(Missing... names)",
        "Coroutine<Missing> greet(List<T> names)",
        "Coroutine<Missing[]> greet(List<T> names)",
        "Coroutine<List<Missing>> greet(List<T> names)",
        "<M extends Missing> Coroutine<String> greet(M names)",
      })
  void unknownType_onlyJavacSpeaks(String signature) throws Exception {
    project.write(
        "Hello.java",
        Programs.HELLO
            .replaceFirst("<T extends .*\\)", signature.replace("List<T>", "List<String>"))
            .replace("@param <T> how they are given", ""));

    Outcome compiled = compile("-d", "out", "Hello.java");
    assertEquals(1, compiled.status());
    assertEquals(1, errors(compiled).size(), compiled::output);
    assertTrue(compiled.output().contains("symbol:   class Missing"), compiled::output);
  }

  @Test
  void syntaxError_onlyJavacSpeaks() throws Exception {
    project.write(
        "Hello.java", Programs.HELLO.replace("String start = await(", "String start = await(("));

    Outcome compiled = compile("-d", "out", "Hello.java");
    assertEquals(1, compiled.status());
    assertEquals(1, errors(compiled).size(), compiled::output);
  }

  @Test
  void libraryMissing_onlyJavacSpeaks() throws Exception {
    project.write("Hello.java", Programs.HELLO);

    Outcome compiled = project.javac("--processor-path", processor(), "Hello.java");
    assertEquals(1, compiled.status());
    assertTrue(compiled.output().contains("package io.jasyncio does not exist"), compiled::output);
    assertFalse(compiled.output().contains("jasyncio.processor"), compiled::output);
  }

  @Test
  void noAsyncMethodAtAll() throws Exception {
    project.write("Plain.java", "class Plain {}\n");

    assertEquals(Outcome.QUIET, compile("-Xlint:all", "-Werror", "-d", "out", "Plain.java"));
    assertEquals(
        Outcome.QUIET, project.javac("--processor-path", processor(), "-d", "out", "Plain.java"));
  }

  // Words

  private Outcome compile(String... arguments) throws IOException, InterruptedException {
    return project.javac(
        Stream.concat(
                Stream.of("-cp", jars.library(), "--processor-path", processor()),
                Stream.of(arguments))
            .toArray(String[]::new));
  }

  private Outcome run(String classPath, String main) throws IOException, InterruptedException {
    return project.java("-cp", classPath + File.pathSeparator + jars.library(), main);
  }

  private String processor() {
    return jars.processor().toString();
  }

  private static String main(String owner) {
    return """
    class Main {
      public static void main(String[] arguments) {
        System.out.println(io.jasyncio.Asyncio.run(%s.value()));
      }
    }
    """
        .formatted(owner);
  }

  /** As {@code File.java:12: error:}. */
  private static List<String> errors(Outcome compiled) {
    String mark = ": error:";
    return compiled
        .output()
        .lines()
        .filter(line -> line.contains(mark))
        .map(line -> line.substring(0, line.indexOf(mark) + mark.length()))
        .toList();
  }

  /** As if it came from a machine whose clock is ahead. */
  private void fromTheFuture(String file) throws IOException {
    Files.setLastModifiedTime(
        project.path(file), FileTime.from(Instant.parse("2100-01-01T00:00:00Z")));
  }
}
