package io.jasyncio;

import static io.jasyncio.Asyncio.allTasks;
import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.currentTask;
import static io.jasyncio.Asyncio.done;
import static io.jasyncio.Asyncio.emit;
import static io.jasyncio.Asyncio.getRunningLoop;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jasyncio.annotations.Async;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The operators: what they give, when they ask for it, and what they close. */
class AsyncIterableTest {

  private final List<String> events = new ArrayList<>();

  /** Counts from 1, a second each, and tells how it is left. */
  @Async
  private AsyncGenerator<Integer> count(String name, int limit) {
    try {
      for (int i = 1; i <= limit; i++) {
        await(sleep(Duration.ofSeconds(1)));
        events.add(name + " gives " + i);
        emit(i);
      }
      events.add(name + " ends");
    } finally {
      await(sleep(Duration.ofSeconds(1)));
      events.add(name + " closed");
    }
    return done();
  }

  /** Fails in the place of a third value. */
  @Async
  private AsyncGenerator<Integer> failing(String name) {
    for (int value : count(name, 2)) {
      emit(value);
    }
    throw new IllegalStateException(name + " failed");
  }

  @Async
  private Coroutine<Void> collect(AsyncIterable<?> source) {
    for (Object value : source) {
      events.add(value + " at " + seconds());
    }
    return result();
  }

  /** Leaves the loop at the {@code n}th value. */
  @Async
  private Coroutine<Void> leave(AsyncIterable<?> source, int n) {
    int seen = 0;
    for (Object value : source) {
      events.add(value + " at " + seconds());
      if (++seen == n) {
        break;
      }
    }
    events.add("left at " + seconds());
    assertEquals(Set.of(currentTask()), allTasks());
    return result();
  }

  private static String seconds() {
    return Duration.ofNanos(getRunningLoop().time()).toSeconds() + "s";
  }

  private static AsyncIterable<Integer> numbers(Integer... numbers) {
    return AsyncIterable.of(List.of(numbers));
  }

  private static <T> List<T> list(AsyncIterable<T> source) {
    return VirtualLoop.run(source.toList());
  }

  @Test
  void operators_giveWhatTheirNamesSay() {
    assertEquals(List.of(2, 4, 6), list(numbers(1, 2, 3).map(x -> 2 * x)));
    assertEquals(List.of(1, 3), list(numbers(1, 2, 3).filter(x -> x != 2)));
    assertEquals(List.of(1, 10, 2, 20), list(numbers(1, 2).flatMap(x -> numbers(x, 10 * x))));
    assertEquals(List.of(1, 2), list(numbers(1, 2, 3).take(2)));
    assertEquals(List.of(1), list(numbers(1, 2).take(1)));
    assertEquals(List.of(1, 2), list(numbers(1, 2).take(5)));
    assertEquals(List.of(), list(numbers(1, 2).take(0)));
    assertEquals(List.of(1, 2), list(numbers(1, 2, 3, 1).takeWhile(x -> x < 3)));
    assertEquals(List.of("1a", "2b"), list(numbers(1, 2, 3).zip(letters("ab"), (n, c) -> n + c)));
    assertEquals(List.of("1a", "2b"), list(numbers(1, 2).zip(letters("abc"), (n, c) -> n + c)));
    assertEquals(List.of(List.of(1, 2), List.of(3)), list(numbers(1, 2, 3).chunk(2)));
    assertEquals(List.of(List.of(1, 2)), list(numbers(1, 2).chunk(2)));
    assertEquals(List.of(), list(numbers().chunk(2)));
    assertEquals(List.of(1, 2, 3), list(numbers(1, 2, 3).buffer(2)));
    assertEquals(List.of(1, 2), list(numbers(1).merge(numbers(2))));
    assertEquals(List.of(), list(AsyncIterable.mergeAll(List.<AsyncIterable<Integer>>of())));
  }

  private static AsyncIterable<String> letters(String letters) {
    return AsyncIterable.of(List.of(letters.split("")));
  }

  @Test
  void operator_iteratesAnew_whereItsSourceDoes() {
    AsyncIterable<Integer> doubled = numbers(1, 2).map(x -> 2 * x);

    assertEquals(List.of(2, 4), list(doubled));
    assertEquals(List.of(2, 4), list(doubled));
  }

  @Test
  void values_mayBeNull() {
    List<Integer> values = new ArrayList<>();
    values.add(null);
    values.add(1);

    assertEquals(values, list(AsyncIterable.of(values).buffer(1).map(x -> x).take(5)));
  }

  @Test
  void badNumbers_areRefusedAtOnce() {
    assertThrows(IllegalArgumentException.class, () -> numbers(1).take(-1));
    assertThrows(IllegalArgumentException.class, () -> numbers(1).chunk(0));
    assertThrows(IllegalArgumentException.class, () -> numbers(1).buffer(0));
    assertThrows(
        IllegalArgumentException.class, () -> AsyncIterable.fromPublisher(subscriber -> {}, 0));
  }

  @Test
  void take_neverAsksForOneMore_andClosesItsSource() {
    VirtualLoop.run(collect(count("n", 9).take(2)));

    assertEquals(List.of("n gives 1", "1 at 1s", "n gives 2", "2 at 2s", "n closed"), events);
  }

  @Test
  void takeWhile_closesItsSource() {
    VirtualLoop.run(collect(count("n", 9).takeWhile(x -> x < 2)));

    assertEquals(List.of("n gives 1", "1 at 1s", "n gives 2", "n closed"), events);
  }

  @Test
  void break_closesEverySourceOnTheWayUp_beforeTheNextStatement() {
    VirtualLoop.run(
        leave(count("n", 9).map(x -> x).filter(x -> true).chunk(1).flatMap(AsyncIterable::of), 1));

    assertEquals(List.of("n gives 1", "1 at 1s", "n closed", "left at 2s"), events);
  }

  @Test
  void break_inFlatMap_closesInnerAndOuter() {
    VirtualLoop.run(leave(count("outer", 9).flatMap(x -> count("inner" + x, 2)), 3));

    assertEquals(
        List.of(
            "outer gives 1",
            "inner1 gives 1",
            "1 at 2s",
            "inner1 gives 2",
            "2 at 3s",
            "inner1 ends",
            "inner1 closed",
            "outer gives 2",
            "inner2 gives 1",
            "1 at 6s",
            "inner2 closed",
            "outer closed",
            "left at 8s"),
        events);
  }

  @Test
  void zip_closesBoth_whicheverEndsFirst() {
    VirtualLoop.run(collect(count("a", 1).zip(count("b", 9), Integer::sum)));
    VirtualLoop.run(collect(count("a", 9).zip(count("b", 1), Integer::sum)));

    assertEquals(
        List.of(
            "a gives 1",
            "b gives 1",
            "2 at 2s",
            "a ends",
            "a closed",
            "b closed",
            "a gives 1",
            "b gives 1",
            "2 at 2s",
            "a gives 2",
            "b ends",
            "b closed",
            "a closed"),
        events);
  }

  @Test
  void failureOfAFunction_closesItsSource() {
    IllegalStateException failure =
        assertThrows(
            IllegalStateException.class,
            () ->
                VirtualLoop.run(
                    collect(
                        count("n", 9)
                            .map(
                                x -> {
                                  throw new IllegalStateException("of the function");
                                }))));

    assertEquals("of the function", failure.getMessage());
    assertEquals(List.of("n gives 1", "n closed"), events);
  }

  @Test
  void merge_givesValuesAsTheyCome_andEndsWithTheLast() {
    VirtualLoop.run(collect(slower("a", 2, 2).merge(slower("b", 3, 2))));

    assertEquals(List.of("a1 at 2s", "b1 at 3s", "a2 at 4s", "b2 at 6s"), events);
  }

  @Async
  private AsyncGenerator<String> slower(String name, int seconds, int count) {
    for (int i = 1; i <= count; i++) {
      await(sleep(Duration.ofSeconds(seconds)));
      emit(name + i);
    }
    return done();
  }

  @Test
  void merge_asksASourceWhenItsLastValueWasTaken() {
    VirtualLoop.run(slowly(count("a", 3).merge(numbers())));

    assertEquals(
        List.of(
            "a gives 1",
            "1 at 1s",
            "a gives 2",
            "2 at 11s",
            "a gives 3",
            "3 at 21s",
            "a ends",
            "a closed",
            "end at 31s"),
        events);
  }

  @Async
  private Coroutine<Void> slowly(AsyncIterable<?> source) {
    for (Object value : source) {
      events.add(value + " at " + seconds());
      await(sleep(Duration.ofSeconds(10)));
    }
    events.add("end at " + seconds());
    return result();
  }

  @Test
  void buffer_isAheadBySoMany() {
    VirtualLoop.run(slowly(count("n", 4).buffer(2)));

    assertEquals(
        List.of(
            "n gives 1",
            "1 at 1s",
            "n gives 2",
            "n gives 3",
            "2 at 11s",
            "n gives 4",
            "3 at 21s",
            "n ends",
            "n closed",
            "4 at 31s",
            "end at 41s"),
        events);
  }

  @Test
  void break_endsTheReadersOfMergeAndBuffer_andClosesTheirSources() {
    VirtualLoop.run(leave(count("a", 9).merge(count("b", 9).buffer(3)), 1));

    assertEquals("left at 2s", events.get(events.size() - 1));
    assertEquals(
        List.of("a closed", "b closed"),
        events.stream().filter(event -> event.endsWith("closed")).toList());
  }

  @Test
  void failureOfOneSource_endsTheMerge_afterItsValues() {
    IllegalStateException failure =
        assertThrows(
            IllegalStateException.class,
            () -> VirtualLoop.run(collect(failing("a").merge(count("b", 9)))));

    assertEquals("a failed", failure.getMessage());
    assertEquals(
        List.of("1 at 1s", "1 at 1s", "2 at 2s", "2 at 2s"),
        events.stream().filter(event -> event.contains(" at ")).toList());
    assertEquals("b closed", events.get(events.size() - 1));
  }

  @Test
  void cancellation_endsTheReaders_andComesOutAfterwards() {
    VirtualLoop.run(cancelled());

    assertEquals(
        List.of("a gives 1", "1 at 1s", "cancelling", "a closed", "cancelled at 2s"), events);
  }

  @Async
  private Coroutine<Void> cancelled() {
    Task<Void> task = createTask(collect(count("a", 9).buffer(1)));
    await(sleep(Duration.ofMillis(1500)));
    events.add("cancelling");
    task.cancel();
    try {
      await(task);
    } catch (CancelledError error) {
      events.add("cancelled at " + seconds());
    }
    assertEquals(Set.of(currentTask()), allTasks());
    return result();
  }

  @Test
  void failureOfClosing_takesThePlaceOfTheClosing() {
    IllegalStateException failure =
        assertThrows(
            IllegalStateException.class,
            () -> VirtualLoop.run(leave(failsInClosing().buffer(1), 1)));

    assertEquals("closing", failure.getMessage());
  }

  @Async
  private AsyncGenerator<Integer> failsInClosing() {
    try {
      emit(1);
      await(sleep(Duration.ofDays(1)));
    } catch (CancelledError | GeneratorExit end) {
      throw new IllegalStateException("closing", end);
    }
    return done();
  }

  @Test
  void queue_isIteratedToItsShutdown_byAllWhoDo() {
    VirtualLoop.run(shareQueue());

    assertEquals(List.of("x1", "x2", "y3", "x4", "y ends", "x ends"), events);
  }

  @Async
  private Coroutine<Void> shareQueue() {
    AsyncQueue<Integer> queue = new AsyncQueue<>();
    Task<Void> x = createTask(takeAll("x", queue));
    Task<Void> y = createTask(takeAll("y", queue));
    for (int i = 1; i <= 4; i++) {
      await(queue.put(i));
      await(sleep(Duration.ofSeconds(1)));
    }
    queue.shutdown();
    await(x);
    await(y);
    return result();
  }

  @Async
  private Coroutine<Void> takeAll(String name, AsyncQueue<Integer> queue) {
    for (int item : queue) {
      events.add(name + item);
    }
    events.add(name + " ends");
    return result();
  }

  @Test
  void plainCode_cannotIterate() {
    AsyncIterable<Integer> source = numbers(1);
    Iterator<Integer> iterator = source.iterator();

    IllegalStateException refused = assertThrows(IllegalStateException.class, iterator::hasNext);

    assertEquals(
        "An AsyncIterable waits for each of its values: loop over it with for (...) in an @Async"
            + " method. forEach, streams and plain methods cannot wait",
        refused.getMessage());
    assertThrows(
        IllegalStateException.class, () -> source.forEach(value -> events.add("not reached")));
  }
}
