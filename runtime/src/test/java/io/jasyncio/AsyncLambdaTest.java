package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.coroutine;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.gather;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;
import static io.jasyncio.Asyncio.taskGroup;
import static io.jasyncio.flow.Structured.mapConcurrently;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jasyncio.annotations.Async;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Async lambdas where the library takes them. */
class AsyncLambdaTest {

  private static final Duration MOMENT = Duration.ofMillis(1);

  private final AsyncCallable<String> field = () -> result(await(sleep(MOMENT, "field")));

  @Test
  void run_takesALambda() {
    String captured = "captured";

    assertEquals(
        "captured later",
        Asyncio.run(
            () -> {
              String later = await(sleep(MOMENT, " later"));
              return result(captured + later);
            }));
  }

  @Test
  void createTask_takesALambda() {
    assertEquals("a b field", VirtualLoop.run(tasks()));
  }

  @Async
  private Coroutine<String> tasks() {
    Task<String> a = createTask(() -> result(await(sleep(MOMENT, "a"))));
    Task<String> b = createTask(() -> result(await(sleep(MOMENT, "b"))), "named");
    assertEquals("named", b.getName());
    return result(await(a) + " " + await(b) + " " + await(createTask(field)));
  }

  @Test
  void taskGroup_takesALambda() {
    assertEquals("a b", VirtualLoop.run(group()));
  }

  @Async
  private static Coroutine<String> group() {
    Task<String> a;
    Task<String> b;
    try (var group = taskGroup()) {
      a = group.createTask(() -> result(await(sleep(MOMENT, "a"))));
      b = group.createTask(() -> result(await(sleep(MOMENT, "b"))), "named");
    }
    return result(a.result() + " " + b.result());
  }

  @Test
  void gather_takesLambdasAsCoroutines() {
    assertEquals("[a, b]", VirtualLoop.run(gathered()));
  }

  @Async
  private static Coroutine<String> gathered() {
    List<String> both =
        await(
            gather(
                List.of(
                    coroutine(() -> result(await(sleep(MOMENT, "a")))),
                    coroutine(() -> result(await(sleep(MOMENT, "b")))))));
    return result(both.toString());
  }

  @Test
  void mapConcurrently_takesALambda() {
    assertEquals(List.of(2, 4, 6), VirtualLoop.run(mapped()));
  }

  @Async
  private static Coroutine<List<Integer>> mapped() {
    return result(
        await(mapConcurrently(2, List.of(1, 2, 3), n -> result(2 * await(sleep(MOMENT, n))))));
  }

  @Test
  void lambdaThatThrows_failsItsTask_andNotTheCall() {
    assertEquals("thrown", VirtualLoop.run(failingTask()));
  }

  @Async
  private static Coroutine<String> failingTask() {
    Task<String> task =
        createTask(
            () -> {
              throw new IOException("thrown");
            });
    try {
      return result(await(task));
    } catch (Exception failure) {
      return result(failure.getMessage());
    }
  }

  @Test
  void closedCoroutineOfALambda_hasCalledNothing() {
    List<String> events = new ArrayList<>();
    Coroutine<String> closed =
        coroutine(
            () -> {
              events.add("called");
              return result("x");
            });

    closed.close();

    assertEquals(List.of(), events);
  }
}
