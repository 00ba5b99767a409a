package io.jasyncio.fixtures.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.fixtures.debug.Debugger.Stop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A debugger on a program that runs on the event loop. */
final class DebuggerTest {

  private static final Source CRAWLER =
      new Source(
          "crawl/Crawler.java",
          """
          package crawl;

          import static io.jasyncio.Asyncio.*;

          import io.jasyncio.Coroutine;
          import io.jasyncio.annotations.Async;
          import java.time.Duration;

          public class Crawler {
            private final String base = "base/";

            @Async
            Coroutine<String> fetch(String page, int times) {
              String text = base + page; // first
              int count = 0;
              for (int i = 1; i <= times; i++) {
                int unused = i;
                String part = await(sleep(Duration.ZERO, "part" + i)); // suspends
                text += part; // after
                count += part.length();
              }
              long total = await(Coroutine.completed(count)); // ready
              double half = total / 2.0; // next
              try {
                await(sleep(Duration.ZERO));
                throw new IllegalStateException("failed");
              } catch (IllegalStateException e) {
                text += e.getMessage(); // caught
              }
              return result(text + half); // last
            }

            @Async
            static Coroutine<Integer> twice(int number) {
              int slow = await(sleep(Duration.ZERO, number)); // only
              return result(2 * slow);
            }

            @Async
            Coroutine<Integer> outer() {
              int inner = await(inner(1)); // direct
              Coroutine<Integer> coroutine = inner(2);
              return result(inner + await(coroutine)); // indirect
            }

            @Async
            Coroutine<Integer> inner(int number) {
              number++; // begins
              await(sleep(Duration.ZERO));
              return result(number); // ends
            }

            public static void main(String[] arguments) {
              run(new Crawler().fetch("page", 2));
              run(twice(1));
              run(twice(2));
              run(new Crawler().outer());
            }
          }
          """);

  @TempDir static Path classes;

  @BeforeAll
  static void compile() throws Exception {
    for (Map.Entry<String, byte[]> file : Compiled.woven(List.of(CRAWLER)).classes().entrySet()) {
      Path path = classes.resolve(file.getKey().replace('.', '/') + ".class");
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }

  @Test
  void lineAfterASuspension_showsTheVariables() throws Exception {
    try (Debugger debugger = launch("after")) {
      Stop first = debugger.go().orElseThrow();
      assertEquals("crawl.Crawler.fetch", first.method());
      assertEquals(CRAWLER.line("after"), first.line());
      assertVariables(
          first,
          Map.of("times", "2", "text", "base/page", "count", "0", "i", "1", "part", "part1"));

      Stop second = debugger.go().orElseThrow();
      assertEquals(CRAWLER.line("after"), second.line());
      assertVariables(
          second,
          Map.of("times", "2", "text", "base/pagepart1", "count", "5", "i", "2", "part", "part2"));
      // Dead since the await: its slot is empty.
      assertFalse(second.variables().containsKey("unused"), second::toString);
      assertEquals(Optional.empty(), debugger.go());
    }
  }

  @Test
  void catchAfterASuspension_showsTheVariables() throws Exception {
    try (Debugger debugger = launch("caught")) {
      Stop caught = debugger.go().orElseThrow();
      assertVariables(caught, Map.of("text", "base/pagepart1part2", "half", "5.0"));
      assertTrue(caught.variables().containsKey("e"), caught::toString);
      assertEquals(Optional.empty(), debugger.go());
    }
  }

  @Test
  void firstLine_stopsOncePerRun() throws Exception {
    try (Debugger debugger = launch("first")) {
      Stop first = debugger.go().orElseThrow();
      assertVariables(first, Map.of("page", "page", "times", "2"));
      assertEquals(Optional.empty(), debugger.go());
    }
  }

  @Test
  void firstLineThatSuspends_stopsOncePerRun() throws Exception {
    try (Debugger debugger = launch("only")) {
      assertVariables(debugger.go().orElseThrow(), Map.of("number", "1"));
      assertVariables(debugger.go().orElseThrow(), Map.of("number", "2"));
      assertEquals(Optional.empty(), debugger.go());
    }
  }

  @Test
  void lastLine_stopsOncePerRun() throws Exception {
    try (Debugger debugger = launch("last")) {
      assertVariables(
          debugger.go().orElseThrow(), Map.of("text", "base/pagepart1part2failed", "half", "5.0"));
      assertEquals(Optional.empty(), debugger.go());
    }
  }

  @Test
  void stepOverAnAwaitThatIsReady_landsOnTheNextLine() throws Exception {
    try (Debugger debugger = launch("ready")) {
      assertTrue(debugger.go().isPresent());
      Stop next = debugger.stepOver().orElseThrow();
      assertEquals("crawl.Crawler.fetch", next.method());
      assertEquals(CRAWLER.line("next"), next.line());
      assertVariables(next, Map.of("text", "base/pagepart1part2", "total", "10"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"direct", "indirect"})
  void stepIntoAnAwait_landsOnTheFirstLineOfTheMethod(String await) throws Exception {
    try (Debugger debugger = launch(await)) {
      assertTrue(debugger.go().isPresent());
      Stop first = debugger.stepInto().orElseThrow();
      assertEquals("crawl.Crawler.inner", first.method());
      assertEquals(CRAWLER.line("begins"), first.line());
    }
  }

  /** As a return does: the method is left. */
  @Test
  void stepOverAnAwaitThatSuspends_landsInNoOtherLineOfTheMethod() throws Exception {
    try (Debugger debugger = launch("suspends")) {
      assertTrue(debugger.go().isPresent());
      Stop next = debugger.stepOver().orElseThrow();
      assertFalse(next.method().startsWith("crawl.Crawler"), next::toString);
    }
  }

  private static Debugger launch(String breakpoint) throws Exception {
    Debugger debugger = Debugger.launch(classes, "crawl.Crawler");
    debugger.breakAt("crawl.Crawler", CRAWLER.line(breakpoint));
    return debugger;
  }

  /** Others may be shown as well: a parameter that is not needed any more, what javac adds. */
  private static void assertVariables(Stop stop, Map<String, String> expected) {
    expected.forEach(
        (name, value) ->
            assertEquals(value, stop.variables().get(name), () -> name + " at " + stop));
  }
}
