package io.jasyncio.flow;

import static io.jasyncio.Asyncio.allTasks;
import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.getRunningLoop;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;
import static io.jasyncio.flow.Structured.mapConcurrently;
import static io.jasyncio.flow.Structured.race;
import static io.jasyncio.flow.Structured.retry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.CancelledError;
import io.jasyncio.Coroutine;
import io.jasyncio.EventLoop;
import io.jasyncio.ExceptionGroup;
import io.jasyncio.Task;
import io.jasyncio.VirtualLoop;
import io.jasyncio.annotations.Async;
import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@link Structured}: races, retries and parallel maps. */
class StructuredTest {

  private final List<String> events = new ArrayList<>();
  private int running;
  private int mostRunning;

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }

  private static String now() {
    return Duration.ofNanos(getRunningLoop().time()).toString();
  }

  @Async
  private Coroutine<String> succeed(String name, long seconds) {
    try {
      await(sleep(seconds(seconds)));
    } finally {
      events.add(name + " ends at " + now());
    }
    return result(name);
  }

  @Async
  private Coroutine<String> fail(String name, long seconds) throws IOException {
    await(sleep(seconds(seconds)));
    throw new IOException(name);
  }

  @Async
  private Coroutine<String> cleanUp(String name, long seconds) {
    try {
      await(sleep(Duration.ofHours(1)));
    } finally {
      await(sleep(seconds(seconds)));
      events.add(name + " cleaned up at " + now());
    }
    return result(name);
  }

  /** Runs {@code body} as a task, cancels it after a second, and notes what becomes of it. */
  @Async
  private Coroutine<Void> cancelAfterASecond(Coroutine<?> body) {
    Task<?> task = createTask(body);
    await(sleep(seconds(1)));
    task.cancel("enough");
    try {
      Object unused = await(task);
    } catch (CancelledError cancelled) {
      events.add("cancelled at " + now());
    }
    assertEquals(1, allTasks().size());
    return result();
  }

  /** What makes its argument has thrown before. */
  private static void nothing(Coroutine<?> coroutine) {
    coroutine.close();
  }

  // race

  @Test
  void race_firstResultWinsAndTheOthersAreCancelled() {
    String winner = VirtualLoop.run(race(succeed("slow", 3), succeed("fast", 1), cleanUp("c", 5)));

    assertEquals("fast", winner);
    assertEquals(List.of("fast ends at PT1S", "slow ends at PT1S", "c cleaned up at PT6S"), events);
  }

  @Test
  void race_failureDoesNotWin() throws IOException {
    assertEquals("slow", VirtualLoop.run(race(fail("fast", 1), succeed("slow", 3))));
  }

  @Test
  void race_failsIfAllDo() throws IOException {
    Coroutine<String> losers = race(fail("a", 2), fail("b", 1));
    ExceptionGroup failure = assertThrows(ExceptionGroup.class, () -> VirtualLoop.run(losers));

    assertEquals(
        List.of("b", "a"), failure.exceptions().stream().map(Throwable::getMessage).toList());
    Coroutine<String> single = race(fail("only", 1));
    assertThrows(IOException.class, () -> VirtualLoop.run(single));
  }

  @Test
  void race_tieGoesToTheFirst() {
    assertEquals("a", VirtualLoop.run(race(succeed("a", 1), succeed("b", 1))));
  }

  @Test
  void race_cancelledCancelsAll() {
    VirtualLoop.run(cancelAfterASecond(race(cleanUp("a", 2), cleanUp("b", 1))));

    assertEquals(
        List.of("b cleaned up at PT2S", "a cleaned up at PT3S", "cancelled at PT3S"), events);
  }

  @Test
  void race_withoutRunnersIsRefused() {
    List<Coroutine<Void>> nobody = List.of();
    assertThrows(IllegalArgumentException.class, () -> nothing(race(nobody)));
  }

  // retry

  private int attempts;

  @Async
  private Coroutine<String> succeedAtThird() throws IOException {
    attempts++;
    events.add("attempt " + attempts + " at " + now());
    await(sleep(Duration.ZERO));
    if (attempts < 3) {
      throw new IOException("failure " + attempts);
    }
    return result("done");
  }

  @Async
  private Coroutine<String> failWith(Throwable failure) throws Throwable {
    attempts++;
    await(sleep(Duration.ZERO));
    throw failure;
  }

  private Coroutine<String> alwaysFail(Throwable failure) {
    try {
      return failWith(failure);
    } catch (Throwable never) {
      throw new AssertionError(never);
    }
  }

  private static final RetryPolicy EXACT =
      RetryPolicy.attempts(4).withBackoff(seconds(1), seconds(3)).withJitter(0);

  @Test
  void retry_pausesLongerEachTime() {
    assertEquals("done", VirtualLoop.run(retry(EXACT, () -> succeedAtThird())));
    assertEquals(List.of("attempt 1 at PT0S", "attempt 2 at PT1S", "attempt 3 at PT3S"), events);
  }

  @Test
  void retry_givesUpWithTheLastFailure() {
    IOException failure =
        assertThrows(
            IOException.class,
            () ->
                VirtualLoop.run(
                    retry(
                        RetryPolicy.attempts(2).withFixedDelay(seconds(5)),
                        () -> succeedAtThird())));

    assertEquals("failure 2", failure.getMessage());
    assertEquals("failure 1", failure.getSuppressed()[0].getMessage());
    assertEquals(List.of("attempt 1 at PT0S", "attempt 2 at PT5S"), events);
  }

  @Test
  void retry_leavesHopelessFailuresAlone() {
    RetryPolicy policy = EXACT.withRetryOn(failure -> failure instanceof IOException);
    assertThrows(
        IllegalStateException.class,
        () -> VirtualLoop.run(retry(policy, () -> alwaysFail(new IllegalStateException()))));
    assertEquals(1, attempts);

    assertThrows(
        AssertionError.class,
        () -> VirtualLoop.run(retry(EXACT, () -> alwaysFail(new AssertionError()))));
    assertEquals(2, attempts);
  }

  @Test
  void retry_neverRetriesACancellation() {
    assertThrows(
        CancelledError.class,
        () ->
            VirtualLoop.run(
                retry(EXACT.withRetryOn(failure -> true), () -> alwaysFail(new CancelledError()))));
    assertEquals(1, attempts);
  }

  @Test
  void retry_sameExceptionEachTimeIsThrownAsItIs() {
    IOException same = new IOException();
    assertSame(
        same,
        assertThrows(
            IOException.class, () -> VirtualLoop.run(retry(EXACT, () -> alwaysFail(same)))));
    assertEquals(0, same.getSuppressed().length);
    assertEquals(4, attempts);
  }

  @Test
  void retry_cancelledInAPauseEndsAtOnce() {
    RetryPolicy policy = RetryPolicy.attempts(9).withFixedDelay(Duration.ofHours(1));
    VirtualLoop.run(cancelAfterASecond(retry(policy, () -> alwaysFail(new IOException()))));

    assertEquals(List.of("cancelled at PT1S"), events);
    assertEquals(1, attempts);
  }

  @Test
  void retryPolicy_delays() {
    assertEquals(seconds(1), EXACT.delayAfter(1, 0.9));
    assertEquals(seconds(2), EXACT.delayAfter(2, 0));
    assertEquals(seconds(3), EXACT.delayAfter(3, 0));
    assertEquals(seconds(3), EXACT.delayAfter(5000, 0));
    RetryPolicy half = EXACT.withJitter(0.5);
    assertEquals(seconds(2), half.delayAfter(2, 0));
    assertEquals(Duration.ofMillis(1500), half.delayAfter(2, 0.5));
    assertEquals(seconds(1), half.delayAfter(2, 1));
  }

  @Test
  void retryPolicy_maximumDelayMayBeForEver() {
    RetryPolicy policy =
        EXACT.withBackoff(seconds(1), ChronoUnit.FOREVER.getDuration()).withJitter(0);
    assertEquals(seconds(4), policy.delayAfter(3, 0));
    assertEquals(Duration.ofNanos(Long.MAX_VALUE), policy.delayAfter(1000, 0));
  }

  @Test
  void retryPolicy_refusesNonsense() {
    assertThrows(IllegalArgumentException.class, () -> RetryPolicy.attempts(0));
    assertThrows(IllegalArgumentException.class, () -> EXACT.withJitter(1.1));
    assertThrows(IllegalArgumentException.class, () -> EXACT.withJitter(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> EXACT.withBackoff(seconds(-1), seconds(1)));
    assertThrows(IllegalArgumentException.class, () -> EXACT.withFixedDelay(seconds(-1)));
  }

  // mapConcurrently

  @Async
  private Coroutine<Integer> square(int number) {
    running++;
    mostRunning = Math.max(mostRunning, running);
    try {
      await(sleep(seconds(number % 3)));
    } finally {
      running--;
    }
    return result(number * number);
  }

  @Test
  void map_keepsTheOrderAndTheLimit() {
    List<Integer> numbers = IntStream.range(0, 100).boxed().toList();
    List<Integer> squares = VirtualLoop.run(mapConcurrently(7, numbers, n -> square(n)));

    assertEquals(numbers.stream().map(n -> n * n).toList(), squares);
    assertEquals(7, mostRunning);
  }

  @Test
  void map_ofNothingIsEmpty() {
    List<Progress> progress = new ArrayList<>();
    assertEquals(
        List.of(),
        VirtualLoop.run(mapConcurrently(3, List.<Integer>of(), n -> square(n), progress::add)));
    assertEquals(List.of(new Progress(0, 0, 0)), progress);
    assertEquals(1.0, progress.get(0).fraction());
  }

  @Test
  void map_tellsItsProgress() {
    List<Progress> progress = new ArrayList<>();
    VirtualLoop.run(mapConcurrently(2, List.of(1, 2, 1), n -> square(n), progress::add));

    assertEquals(
        List.of(
            new Progress(0, 0, 3),
            new Progress(1, 1, 3),
            new Progress(2, 1, 3),
            new Progress(3, 0, 3)),
        progress);
  }

  @Test
  void map_takesInputsOnlyAsThereIsRoom() {
    List<Progress> progress = new ArrayList<>();
    Iterable<Integer> inputs =
        () ->
            new Iterator<>() {
              private int next;

              @Override
              public boolean hasNext() {
                return next < 4;
              }

              @Override
              public Integer next() {
                events.add("input " + next + " at " + now());
                return 1 + 0 * next++;
              }
            };
    VirtualLoop.run(mapConcurrently(2, inputs, n -> square(n), progress::add));

    assertEquals(
        List.of("input 0 at PT0S", "input 1 at PT0S", "input 2 at PT1S", "input 3 at PT1S"),
        events);
    assertEquals(-1, progress.get(0).total());
    assertThrows(IllegalStateException.class, () -> progress.get(0).fraction());
  }

  @Test
  void map_failureCancelsTheOthersAndWaitsForThem() {
    IOException failure =
        assertThrows(
            IOException.class,
            () ->
                VirtualLoop.run(
                    mapConcurrently(
                        3,
                        List.of(1, 2, 3),
                        n -> n == 2 ? fail("two", 2) : cleanUp("number " + n, n))));

    assertEquals("two", failure.getMessage());
    assertEquals(List.of("number 1 cleaned up at PT3S", "number 3 cleaned up at PT5S"), events);
  }

  @Test
  void map_cancelledCancelsAllThatRun() {
    VirtualLoop.run(
        cancelAfterASecond(
            mapConcurrently(2, List.of("a", "b", "never"), name -> cleanUp(name, 1))));

    assertEquals(
        List.of("a cleaned up at PT2S", "b cleaned up at PT2S", "cancelled at PT2S"), events);
  }

  @Test
  void map_functionThatThrowsIsAFailure() {
    assertThrows(
        IOException.class,
        () ->
            VirtualLoop.<List<String>>run(
                mapConcurrently(
                    2,
                    List.of(1),
                    n -> {
                      throw new IOException("no coroutine");
                    })));
  }

  @Test
  void map_listenerThatThrowsEndsTheMap() {
    assertThrows(
        ArithmeticException.class,
        () ->
            VirtualLoop.run(
                mapConcurrently(
                    1,
                    List.of(1, 1),
                    n -> square(n),
                    progress -> {
                      if (progress.done() == 1) {
                        throw new ArithmeticException();
                      }
                    })));
    assertEquals(0, running);
  }

  @Test
  void map_limitBelowOneIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> nothing(mapConcurrently(0, List.of(1), n -> square(n))));
  }

  // RateLimiter

  @Async
  private Coroutine<Void> pass(RateLimiter limiter, String name) {
    await(limiter.acquire());
    events.add(name + " at " + now());
    return result();
  }

  @Test
  void rateLimiter_letsABurstPassAndThenOneByOne() {
    VirtualLoop.run(passFive());

    assertEquals(List.of("1 at PT0S", "2 at PT0S", "3 at PT1S", "4 at PT2S", "5 at PT3S"), events);
  }

  @Async
  private Coroutine<Void> passFive() {
    RateLimiter limiter = new RateLimiter(2, seconds(2));
    Object unused =
        await(mapConcurrently(5, List.of("1", "2", "3", "4", "5"), name -> pass(limiter, name)));
    assertEquals(new RateLimiter.Statistics(0, 0), limiter.statistics());
    await(sleep(seconds(10)));
    assertEquals(new RateLimiter.Statistics(2, 0), limiter.statistics());
    assertTrue(limiter.acquireNowait());
    assertTrue(limiter.acquireNowait());
    assertEquals(false, limiter.acquireNowait());
    return result();
  }

  @Test
  void rateLimiter_cancelledWaiterTakesNothing() {
    VirtualLoop.run(cancelWaiter());

    assertEquals(List.of("first at PT0S", "third at PT1S"), events);
  }

  @Async
  private Coroutine<Void> cancelWaiter() {
    RateLimiter limiter = new RateLimiter(1, seconds(1));
    Task<Void> first = createTask(pass(limiter, "first"));
    Task<Void> second = createTask(pass(limiter, "second"));
    Task<Void> third = createTask(pass(limiter, "third"));
    await(sleep(Duration.ofMillis(500)));
    assertEquals(2, limiter.statistics().waiting());
    second.cancel();
    await(first);
    await(third);
    assertTrue(second.cancelled());
    return result();
  }

  @Test
  void rateLimiter_waiterCancelledWhileItIsLetThrough_handsItsTurnOn() {
    VirtualLoop.run(cancelWoken());

    assertEquals(List.of("first at PT0S", "third at PT1S"), events);
  }

  @Async
  private Coroutine<Void> cancelWoken() {
    RateLimiter limiter = new RateLimiter(1, seconds(1));
    await(pass(limiter, "first"));
    Task<Void> second = createTask(pass(limiter, "second"));
    Task<Void> third = createTask(pass(limiter, "third"));
    await(sleep(Duration.ZERO));
    EventLoop loop = getRunningLoop();
    loop.callLater(seconds(1).minus(Duration.ofNanos(loop.time())), second::cancel);
    await(third);
    assertTrue(second.cancelled());
    return result();
  }

  @Test
  void rateLimiter_refusesNonsense() {
    assertThrows(IllegalArgumentException.class, () -> new RateLimiter(0, seconds(1)));
    assertThrows(IllegalArgumentException.class, () -> new RateLimiter(1, Duration.ZERO));
    assertThrows(IllegalStateException.class, () -> new RateLimiter(1, seconds(1)).acquireNowait());
    assertThrows(IllegalArgumentException.class, () -> new GracefulShutdown(seconds(-1)));
  }

  // GracefulShutdown

  @Async
  private Coroutine<Void> serve(GracefulShutdown services, String name, long lastSeconds) {
    await(services.requested());
    try {
      await(sleep(seconds(lastSeconds)));
      events.add(name + " finished at " + now());
    } catch (CancelledError cancelled) {
      await(sleep(seconds(1)));
      events.add(name + " cancelled, ended at " + now());
      throw cancelled;
    }
    return result();
  }

  @Async
  private Coroutine<Void> runServices(long bodySeconds) {
    try (var services = new GracefulShutdown(seconds(10))) {
      Task<Void> quick = services.createTask(serve(services, "quick", 3));
      Task<Void> slow = services.createTask(serve(services, "slow", 60));
      await(sleep(seconds(bodySeconds)));
      services.request();
      await(services.requested());
      assertTrue(services.isRequested());
      assertEquals(false, quick.done() || slow.done());
    }
    events.add("left at " + now());
    return result();
  }

  @Test
  void gracefulShutdown_waitsUntilTheDeadlineAndThenCancels() {
    VirtualLoop.run(runServices(1));

    assertEquals(
        List.of("quick finished at PT4S", "slow cancelled, ended at PT12S", "left at PT12S"),
        events);
  }

  @Test
  void gracefulShutdown_cancelledBodyRequestsIt() {
    VirtualLoop.run(cancelAfterASecond(runServices(100)));

    assertEquals(
        List.of("quick finished at PT4S", "slow cancelled, ended at PT12S", "cancelled at PT12S"),
        events);
  }

  @Test
  void gracefulShutdown_cancelledWaitBringsTheDeadlineForward() {
    VirtualLoop.run(cancelAfterASecond(runServices(0)));

    assertEquals(
        List.of(
            "quick cancelled, ended at PT2S", "slow cancelled, ended at PT2S", "cancelled at PT2S"),
        events);
  }

  @Test
  void gracefulShutdown_reportsFailuresAtOnceAndRefusesTasksAfterItsEnd() throws IOException {
    VirtualLoop.run(failInBlock());

    assertEquals(
        List.of("A task has failed in a block that shuts down gracefully", "one second later"),
        events);
  }

  @Async
  private Coroutine<Void> failInBlock() throws IOException {
    getRunningLoop().setExceptionHandler((loop, error) -> events.add(error.message()));
    GracefulShutdown services = new GracefulShutdown(Duration.ZERO);
    Task<String> failed = services.createTask(fail("service", 0), "service");
    assertEquals("service", failed.getName());
    await(sleep(seconds(1)));
    events.add("one second later");
    await(services.aclose());
    assertThrows(IllegalStateException.class, () -> services.createTask(succeed("late", 1)));
    return result();
  }
}
