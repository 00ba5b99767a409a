package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.done;
import static io.jasyncio.Asyncio.emit;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;
import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jasyncio.annotations.Async;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Each kind of method is cancelled, and fails, at each point where it suspends. */
class EveryPointTest {

  /** What happened until the story had ended one way. */
  private final List<String> events = new ArrayList<>();

  /** Which point fails, counted from zero; -1 for none. */
  private int failing;

  private int passed;

  /** A point where the story suspends for a second, and may fail after it. */
  @Async
  private Coroutine<Integer> point(String name) {
    events.add(name);
    int number = passed++;
    await(sleep(Duration.ofSeconds(1)));
    if (number == failing) {
      throw new IllegalStateException(name);
    }
    return result(number);
  }

  /** One line for each point, telling what a cancellation there leads to; the last runs through. */
  private List<String> cancelledEverywhere(Supplier<Coroutine<String>> story) {
    List<String> lines = new ArrayList<>();
    for (int second = 0; ; second++) {
      String line = VirtualLoop.run(cancelledIn(story, second));
      lines.add(line);
      if (!line.contains("CANCEL")) {
        return lines;
      }
    }
  }

  @Async
  private Coroutine<String> cancelledIn(Supplier<Coroutine<String>> story, int second) {
    begin(-1);
    Task<String> task = createTask(story.get());
    await(sleep(Duration.ofMillis(1000L * second + 500)));
    if (!task.done()) {
      events.add("CANCEL");
      task.cancel();
    }
    events.add("= " + await(outcome(task)));
    await(sleep(Duration.ofSeconds(5)));
    return result(String.join(" ", events));
  }

  private void begin(int failingPoint) {
    events.clear();
    passed = 0;
    failing = failingPoint;
  }

  /** One line for each point, telling what a failure there leads to; the last has none. */
  private List<String> failingEverywhere(Supplier<Coroutine<String>> story) {
    List<String> lines = new ArrayList<>();
    for (int at = 0; ; at++) {
      begin(at);
      String end = VirtualLoop.run(outcome(story.get()));
      lines.add(String.join(" ", events) + " = " + end);
      if (at >= passed) {
        return lines;
      }
    }
  }

  @Async
  private static Coroutine<String> outcome(Awaitable<String> story) {
    try {
      return result(await(story));
    } catch (CancelledError error) {
      return result("cancelled" + suppressed(error));
    } catch (IllegalStateException failure) {
      return result(failure.getMessage() + suppressed(failure));
    }
  }

  private static String suppressed(Throwable failure) {
    return failure.getSuppressed().length == 0
        ? ""
        : "(" + failure.getSuppressed()[0].getMessage() + ")";
  }

  // async with

  private record Resource(EveryPointTest test, String name) implements AsyncCloseable {
    @Override
    @Async
    public Coroutine<Void> aclose() {
      int unused = await(test.point("close-" + name));
      return result();
    }
  }

  @Async
  private Coroutine<String> blocks() {
    try (Resource a = new Resource(this, "a");
        Resource b = new Resource(this, "b")) {
      return result(a.name() + b.name() + await(point("in")));
    }
  }

  @Test
  void asyncWith_cancelled() {
    assertEquals(
        List.of(
            "in CANCEL close-b close-a = cancelled",
            "in close-b CANCEL close-a = cancelled",
            "in close-b close-a CANCEL = cancelled",
            "in close-b close-a = ab0"),
        cancelledEverywhere(this::blocks));
  }

  @Test
  void asyncWith_failing() {
    assertEquals(
        List.of(
            "in close-b close-a = in",
            "in close-b close-a = close-b",
            "in close-b close-a = close-a",
            "in close-b close-a = ab0"),
        failingEverywhere(this::blocks));
  }

  @Async
  private Coroutine<String> failingBlocks() {
    try (Resource a = new Resource(this, "a")) {
      await(point("in"));
      throw new IllegalStateException("body of " + a.name());
    }
  }

  @Test
  void asyncWith_closingFailsAfterTheBody_isSuppressed() {
    assertEquals(
        List.of("in close-a = in", "in close-a = body of a(close-a)", "in close-a = body of a"),
        failingEverywhere(this::failingBlocks));
  }

  // async for over an async generator

  @Async
  private AsyncGenerator<Integer> values() {
    try {
      for (int i = 0; i < 2; i++) {
        emit(await(point("g" + i)));
      }
    } finally {
      await(point("finally"));
    }
    return done();
  }

  @Async
  private Coroutine<String> loops() {
    int sum = 0;
    for (int value : values()) {
      sum += value + await(point("body"));
    }
    return result("sum" + sum);
  }

  @Test
  void asyncFor_cancelled() {
    assertEquals(
        List.of(
            "g0 CANCEL finally = cancelled",
            "g0 body CANCEL finally = cancelled",
            "g0 body g1 CANCEL finally = cancelled",
            "g0 body g1 body CANCEL finally = cancelled",
            "g0 body g1 body finally CANCEL = cancelled",
            "g0 body g1 body finally = sum6"),
        cancelledEverywhere(this::loops));
  }

  @Test
  void asyncFor_failing() {
    assertEquals(
        List.of(
            "g0 finally = g0",
            "g0 body finally = body",
            "g0 body g1 finally = g1",
            "g0 body g1 body finally = body",
            "g0 body g1 body finally = finally",
            "g0 body g1 body finally = sum6"),
        failingEverywhere(this::loops));
  }

  @Async
  private Coroutine<String> breaks() {
    for (int value : values()) {
      if (await(point("body")) > value) {
        break;
      }
    }
    return result("broke" + await(point("behind")));
  }

  @Test
  void break_cancelled() {
    assertEquals(
        List.of(
            "g0 CANCEL finally = cancelled",
            "g0 body CANCEL finally = cancelled",
            "g0 body finally CANCEL = cancelled",
            "g0 body finally behind CANCEL = cancelled",
            "g0 body finally behind = broke3"),
        cancelledEverywhere(this::breaks));
  }

  @Test
  void break_failing() {
    assertEquals(
        List.of(
            "g0 finally = g0",
            "g0 body finally = body",
            "g0 body finally = finally",
            "g0 body finally behind = behind",
            "g0 body finally behind = broke3"),
        failingEverywhere(this::breaks));
  }

  @Async
  private Coroutine<String> returnsInside() {
    try {
      for (int value : values()) {
        return result("returned" + (value + await(point("body"))));
      }
      return result("never");
    } finally {
      await(point("outer"));
    }
  }

  @Test
  void return_cancelled() {
    assertEquals(
        List.of(
            "g0 CANCEL finally outer = cancelled",
            "g0 body CANCEL finally outer = cancelled",
            "g0 body finally CANCEL outer = cancelled",
            "g0 body finally outer CANCEL = cancelled",
            "g0 body finally outer = returned1"),
        cancelledEverywhere(this::returnsInside));
  }

  /** Twice: what is cancelled while it tidies up leaves its tidying up. */
  @Test
  void closing_cancelledOnceMore_ends() {
    assertEquals(
        "g0 body CANCEL finally CANCEL outer = cancelled(null)", VirtualLoop.run(cancelledTwice()));
  }

  @Async
  private Coroutine<String> cancelledTwice() {
    begin(-1);
    Task<String> task = createTask(returnsInside());
    for (int second = 1; second <= 2; second++) {
      await(sleep(Duration.ofSeconds(second == 1 ? 1 : 0)));
      await(sleep(Duration.ofMillis(500)));
      events.add("CANCEL");
      task.cancel();
    }
    events.add("= " + await(outcome(task)));
    return result(String.join(" ", events));
  }

  // Generators by hand

  @Async
  private Coroutine<String> byHand() {
    AsyncGenerator<Integer> generator = values();
    int first = await(generator.anext());
    await(point("between"));
    await(generator.aclose());
    return result("first" + first);
  }

  @Test
  void anextAndAclose_cancelled() {
    assertEquals(
        List.of(
            "g0 CANCEL finally = cancelled",
            "g0 between CANCEL = cancelled",
            "g0 between finally CANCEL = cancelled",
            "g0 between finally = first0"),
        cancelledEverywhere(this::byHand));
  }

  // Eager methods in a loop

  @Async
  private CompletableFuture<String> eager() {
    try {
      return completedFuture("e" + await(inner()) + await(point("eager")));
    } finally {
      await(point("finally"));
    }
  }

  @Async
  private CompletionStage<Integer> inner() {
    return completedFuture(await(point("inner")));
  }

  @Async
  private Coroutine<String> awaitsEager() {
    return result(await(eager()));
  }

  /** The future is cancelled at once, as Java's are; its body tidies up behind. */
  @Test
  void eager_cancelled() {
    assertEquals(
        List.of(
            "inner CANCEL = cancelled finally",
            "inner eager CANCEL = cancelled finally",
            "inner eager finally CANCEL = cancelled",
            "inner eager finally = e01"),
        cancelledEverywhere(this::awaitsEager));
  }

  @Test
  void eager_failing() {
    assertEquals(
        List.of(
            "inner finally = inner",
            "inner eager finally = eager",
            "inner eager finally = finally",
            "inner eager finally = e01"),
        failingEverywhere(this::awaitsEager));
  }
}
