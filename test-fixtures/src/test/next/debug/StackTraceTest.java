package io.jasyncio.fixtures.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jasyncio.Asyncio;
import io.jasyncio.Coroutine;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where an exception says it comes from. */
final class StackTraceTest {

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
            @Async
            static Coroutine<String> fetch(boolean early, boolean late) {
              check(early); // early
              await(sleep(Duration.ZERO)); // suspended
              String page =
                  await(sleep(Duration.ZERO, "page"))
                      .concat(
                          check(late)); // late
              return result(page);
            }

            static String check(boolean fails) {
              if (fails) {
                throw new IllegalStateException("check"); // check
              }
              return "";
            }

            @Async
            public static Coroutine<String> early() {
              return result(await(fetch(true, false))); // awaitsEarly
            }

            @Async
            public static Coroutine<String> late() {
              String page = await(fetch(false, true)); // awaitsLate
              return result(page + await(sleep(Duration.ZERO, "")));
            }

            @Async
            public static Coroutine<String> inLambda() {
              await(sleep(Duration.ZERO));
              Runnable task = () -> check(true); // lambda
              task.run(); // runsLambda
              return result("");
            }

            @Async
            public static Coroutine<String> inFinally() {
              try {
                await(sleep(Duration.ZERO));
              } finally {
                await(sleep(Duration.ZERO));
                check(true); // finally
              }
              return result("");
            }

            @Async
            public static Coroutine<Integer> unboxesNull() {
              Integer some = 1;
              int sum =
                  some
                      + await(sleep(Duration.ZERO, (Integer) null)); // unboxes
              return result(sum);
            }
          }
          """);

  private static Class<?> crawler;

  @BeforeAll
  static void compile() throws ClassNotFoundException {
    crawler = Compiled.woven(List.of(CRAWLER)).load("crawl.Crawler");
  }

  @Test
  void beforeASuspension_awaitersAreOnTheStack() {
    assertEquals(
        List.of(at("check", "check"), at("fetch", "early"), at("early", "awaitsEarly")),
        trace("early"));
  }

  @Test
  void afterASuspension_theMethodItselfIs() {
    // Below it may stand the awaits that it was reached through.
    assertEquals(List.of(at("check", "check"), at("fetch", "late")), trace("late").subList(0, 2));
  }

  @Test
  void lambdaAfterASuspension() {
    assertEquals(
        List.of(at("check", "check"), at("lambda", "lambda"), at("inLambda", "runsLambda")),
        trace("inLambda"));
  }

  @Test
  void finallyAfterASuspension() {
    assertEquals(List.of(at("check", "check"), at("inFinally", "finally")), trace("inFinally"));
  }

  @Test
  void awaitThatIsUnboxed_hasItsLine() {
    List<String> trace = trace("unboxesNull");
    assertEquals(List.of(at("unboxesNull", "unboxes")), trace);
  }

  private static String at(String method, String mark) {
    return "crawl.Crawler." + method + "(Crawler.java:" + CRAWLER.line(mark) + ")";
  }

  /** The frames of the program, as they are printed. */
  private static List<String> trace(String name) {
    Throwable failure =
        assertThrows(
            RuntimeException.class,
            () -> {
              Method method = crawler.getMethod(name);
              Asyncio.run(() -> (Coroutine<?>) method.invoke(null));
            });
    return Arrays.stream(failure.getStackTrace())
        .filter(frame -> frame.getClassName().equals("crawl.Crawler"))
        .map(frame -> frame.toString().replaceAll(".*//|\\$\\w+\\$\\d+", ""))
        .toList();
  }
}
