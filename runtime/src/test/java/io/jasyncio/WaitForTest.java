package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.currentTask;
import static io.jasyncio.Asyncio.getRunningLoop;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;
import static io.jasyncio.Asyncio.waitFor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jasyncio.annotations.Async;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitForTest {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration LONG = Duration.ofHours(1);

  private final List<String> events = new ArrayList<>();

  @Test
  void resultInTime_isReturnedAndTheTimerIsGone() {
    assertEquals("x", VirtualLoop.run(waitFor(sleep(SECOND, "x"), LONG)));
  }

  @Test
  void timeout_cancelsWhatIsAwaited() {
    VirtualLoop.run(timeout());

    assertEquals(
        List.of("worker cancelled at 1s", "timed out after PT1S", "caused by CancelledError", "0"),
        events);
  }

  @Test
  void timeoutOfTask_cancelsTheTask() {
    VirtualLoop.run(timeoutOfTask());

    assertEquals(List.of("worker cancelled at 1s", "timed out, task cancelled true"), events);
  }

  @Test
  void timeoutThatIsCaughtInside_isReturnedThrough() {
    VirtualLoop.run(timeoutCaughtInside());

    assertEquals(List.of("caught", "survived, cancelling 0"), events);
  }

  @Test
  void failure_comesThrough() {
    VirtualLoop.run(failure());

    assertEquals(List.of("boom"), events);
  }

  @Test
  void failureDuringTheTimeout_comesThrough() {
    VirtualLoop.run(failureWhileCancelled());

    assertEquals(List.of("worker cancelled at 1s", "clean-up failed, cancelling 0"), events);
  }

  @Test
  void cancelOfTheWaiter_cancelsWhatIsAwaited() {
    VirtualLoop.run(cancelOuter());

    assertEquals(List.of("worker cancelled at 0s", "outer cancelled true"), events);
  }

  @Test
  void cancelAndTimeoutInOneTurn_isACancellation() {
    VirtualLoop.run(cancelWithTimeout());

    assertEquals(List.of("worker cancelled at 1s", "cancelled"), events);
  }

  @Test
  void nestedTimeouts_innerEndsFirst() {
    VirtualLoop.run(nested(Duration.ofSeconds(1), Duration.ofSeconds(2)));

    assertEquals(List.of("inner at 1s", "outer got x"), events);
  }

  @Test
  void nestedTimeouts_outerEndsFirst() {
    VirtualLoop.run(nested(Duration.ofSeconds(2), Duration.ofSeconds(1)));

    assertEquals(List.of("outer at 1s"), events);
  }

  @Test
  void noTime_takesWhatIsThere() {
    VirtualLoop.run(noTimeForDone());

    assertEquals(List.of("x"), events);
  }

  @Test
  void noTime_startsNothing() {
    VirtualLoop.run(noTimeForCoroutine());

    assertEquals(List.of("timed out"), events);
  }

  @Test
  void noTimeForRunningTask_waitsUntilItIsCancelled() {
    VirtualLoop.run(noTimeForTask());

    assertEquals(List.of("worker cancelled at 0s", "timed out, task cancelled true"), events);
  }

  @Test
  void negativeTime_isRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> VirtualLoop.run(waitFor(sleep(LONG), Duration.ofSeconds(-1))));
  }

  @Test
  void workerThatIgnoresItsCancellation_isWaitedForWhenTheWaitIsCancelled() {
    VirtualLoop.run(cancelWaitForSlow());

    assertEquals(List.of("slow done at 10s", "outer has slow, cancelled false"), events);
  }

  @Test
  void workerThatIgnoresItsCancellation_isWaitedForAfterTheTimeout() {
    VirtualLoop.run(timeoutOfSlow());

    assertEquals(List.of("slow done at 10s", "slow"), events);
  }

  @Test
  void timeout_waitsUntilTheTaskHasCleanedUp() {
    VirtualLoop.run(timeoutOfCleaningUp(SECOND));

    assertEquals(List.of("cleaned up at 6s", "timed out at 6s by CancelledError"), events);
  }

  @Test
  void noTime_waitsUntilTheTaskHasCleanedUp() {
    VirtualLoop.run(timeoutOfCleaningUp(Duration.ZERO));

    assertEquals(List.of("cleaned up at 5s", "timed out at 5s by CancelledError"), events);
  }

  @Test
  void resultBeforeTheTimeout_wins() {
    VirtualLoop.run(resultInTheSameTurn());

    assertEquals(List.of("ok at 1s"), events);
  }

  @Test
  void cancelWhileTheTaskHoldsUpTheTimeout_isDelivered() {
    VirtualLoop.run(cancelDuringTheTimeout());

    assertEquals(List.of("wait cancelled at 2s", "42"), events);
  }

  @Async
  private Coroutine<Void> cancelWaitForSlow() {
    Task<String> outer = createTask(waitFor(slow(), Duration.ofSeconds(20)));
    await(sleep(Duration.ZERO));
    outer.cancel();
    events.add("outer has " + await(outer) + ", cancelled " + outer.cancelled());
    return result();
  }

  @Async
  private Coroutine<Void> timeoutOfSlow() {
    events.add(await(waitFor(slow(), Duration.ofSeconds(5))));
    return result();
  }

  /** Takes ten seconds, come what may. */
  @Async
  private Coroutine<String> slow() {
    long end = getRunningLoop().time() + Duration.ofSeconds(10).toNanos();
    while (getRunningLoop().time() < end) {
      try {
        await(sleep(Duration.ofNanos(end - getRunningLoop().time())));
      } catch (CancelledError cancelled) {
        // Sleeps on.
      }
    }
    events.add("slow done at " + seconds());
    return result("slow");
  }

  @Async
  private Coroutine<Void> timeoutOfCleaningUp(Duration limit) {
    Task<Void> task = createTask(cleaningUp());
    await(sleep(Duration.ZERO));
    try {
      await(waitFor(task, limit));
    } catch (AsyncTimeoutException timeout) {
      events.add(
          "timed out at %s by %s"
              .formatted(seconds(), timeout.getCause().getClass().getSimpleName()));
    }
    return result();
  }

  @Async
  private Coroutine<Void> cleaningUp() {
    try {
      await(sleep(LONG));
    } finally {
      await(sleep(Duration.ofSeconds(5)));
      events.add("cleaned up at " + seconds());
    }
    return result();
  }

  @Async
  private Coroutine<Void> resultInTheSameTurn() {
    Future<String> future = getRunningLoop().createFuture();
    getRunningLoop().callLater(SECOND, () -> future.setResult("ok"));
    events.add(await(waitFor(future, Duration.ofSeconds(2))) + " at " + seconds());
    return result();
  }

  @Async
  private Coroutine<Void> cancelDuringTheTimeout() {
    Task<Integer> stubborn = createTask(stubborn());
    await(sleep(Duration.ZERO));
    Task<Integer> waiting = createTask(waitFor(stubborn, Duration.ZERO));
    await(sleep(Duration.ofSeconds(2)));
    waiting.cancel();
    try {
      await(waiting);
    } catch (CancelledError cancelled) {
      events.add("wait cancelled at " + seconds());
    }
    events.add("" + await(stubborn));
    return result();
  }

  @Async
  private static Coroutine<Integer> stubborn() {
    try {
      await(sleep(LONG));
    } catch (CancelledError cancelled) {
      await(sleep(Duration.ofSeconds(10)));
    }
    return result(42);
  }

  @Async
  private Coroutine<Void> timeout() {
    try {
      await(waitFor(worker(), SECOND));
    } catch (AsyncTimeoutException timeout) {
      events.add(timeout.getMessage());
      events.add("caused by " + timeout.getCause().getClass().getSimpleName());
    }
    events.add("" + currentTask().cancelling());
    return result();
  }

  @Async
  private Coroutine<String> worker() {
    try {
      await(sleep(LONG));
    } catch (CancelledError cancelled) {
      events.add("worker cancelled at " + seconds());
      throw cancelled;
    }
    return result("slept");
  }

  @Async
  private Coroutine<Void> timeoutOfTask() {
    Task<String> task = createTask(worker());
    try {
      await(waitFor(task, SECOND));
    } catch (AsyncTimeoutException timeout) {
      events.add("timed out, task cancelled " + task.cancelled());
    }
    return result();
  }

  @Async
  private Coroutine<Void> timeoutCaughtInside() {
    String outcome = await(waitFor(survivor(), SECOND));
    events.add(outcome + ", cancelling " + currentTask().cancelling());
    return result();
  }

  @Async
  private Coroutine<String> survivor() {
    try {
      await(sleep(LONG));
    } catch (CancelledError cancelled) {
      events.add("caught");
    }
    return result("survived");
  }

  @Async
  private Coroutine<Void> failure() {
    try {
      await(waitFor(fail("boom"), SECOND));
    } catch (IllegalStateException failure) {
      events.add(failure.getMessage());
    }
    return result();
  }

  @Async
  private Coroutine<String> fail(String message) {
    await(sleep(Duration.ZERO));
    throw new IllegalStateException(message);
  }

  @Async
  private Coroutine<Void> failureWhileCancelled() {
    try {
      await(waitFor(failAfter(worker()), SECOND));
    } catch (IllegalStateException failure) {
      events.add(failure.getMessage() + ", cancelling " + currentTask().cancelling());
    }
    return result();
  }

  @Async
  private Coroutine<String> failAfter(Coroutine<String> coroutine) {
    try {
      return result(await(coroutine));
    } catch (CancelledError cancelled) {
      throw new IllegalStateException("clean-up failed", cancelled);
    }
  }

  @Async
  private Coroutine<Void> cancelOuter() {
    Task<String> outer = createTask(waitFor(worker(), SECOND));
    await(sleep(Duration.ZERO));
    outer.cancel();
    try {
      await(outer);
    } catch (CancelledError cancelled) {
      events.add("outer cancelled " + outer.cancelled());
    }
    return result();
  }

  @Async
  private Coroutine<Void> cancelWithTimeout() {
    Task<String> outer = createTask(waitFor(worker(), SECOND));
    await(sleep(Duration.ZERO));
    getRunningLoop().callLater(SECOND, outer::cancel);
    try {
      await(outer);
    } catch (CancelledError cancelled) {
      events.add("cancelled");
    } catch (AsyncTimeoutException timeout) {
      events.add("timed out");
    }
    return result();
  }

  @Async
  private Coroutine<Void> nested(Duration inner, Duration outer) {
    try {
      events.add("outer got " + await(waitFor(innerWait(inner), outer)));
    } catch (AsyncTimeoutException timeout) {
      events.add("outer at " + seconds());
    }
    return result();
  }

  @Async
  private Coroutine<String> innerWait(Duration limit) {
    try {
      await(waitFor(sleep(LONG), limit));
    } catch (AsyncTimeoutException timeout) {
      events.add("inner at " + seconds());
    }
    return result("x");
  }

  @Async
  private Coroutine<Void> noTimeForDone() {
    Future<String> future = getRunningLoop().createFuture();
    future.setResult("x");
    events.add(await(waitFor(future, Duration.ZERO)));
    return result();
  }

  @Async
  private Coroutine<Void> noTimeForCoroutine() {
    try {
      await(waitFor(worker(), Duration.ZERO));
    } catch (AsyncTimeoutException timeout) {
      events.add("timed out");
    }
    return result();
  }

  @Async
  private Coroutine<Void> noTimeForTask() {
    Task<String> task = createTask(worker());
    await(sleep(Duration.ZERO));
    try {
      await(waitFor(task, Duration.ZERO));
    } catch (AsyncTimeoutException timeout) {
      events.add("timed out, task cancelled " + task.cancelled());
    }
    return result();
  }

  private static String seconds() {
    return Duration.ofNanos(getRunningLoop().time()).toSeconds() + "s";
  }
}
