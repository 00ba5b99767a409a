package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.currentTask;
import static io.jasyncio.Asyncio.getRunningLoop;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;
import static io.jasyncio.Asyncio.timeout;
import static io.jasyncio.Asyncio.timeoutAt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.annotations.Async;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // a block with a time-out need not name it
class TimeoutTest {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration LONG = Duration.ofHours(1);

  private final List<String> events = new ArrayList<>();

  @Test
  void blockThatTakesTooLong_isCancelledAndTimesOut() {
    VirtualLoop.run(tooLong());

    assertEquals(
        List.of(
            "body cancelled at 1s",
            "timed out after PT1S at 1s",
            "caused by CancelledError",
            "expired true",
            "cancelling 0",
            "Timeout (expired)"),
        events);
  }

  @Test
  void blockInTime_isLeftAsItIs() {
    VirtualLoop.run(inTime());

    assertEquals(
        List.of("Timeout (active, when 3600000000000)", "expired false", "Timeout (finished)"),
        events);
  }

  @Test
  void timerOfABlockInTime_isWithdrawn() {
    VirtualLoop.run(inTimeAndThenLong());

    assertEquals(List.of("slept on until 3601s"), events);
  }

  @Test
  void timeoutAt_isMeasuredByTheLoopsClock() {
    VirtualLoop.run(atTwoSeconds());

    assertEquals(List.of("timed out at 2s", "when OptionalLong[2000000000]"), events);
  }

  @Test
  void timeoutAtInThePast_lastsUntilTheFirstSuspension() {
    VirtualLoop.run(inThePast());

    assertEquals(List.of("no suspension yet", "timed out at 5s"), events);
  }

  @Test
  void noTime_letsPassWhatDoesNotSuspend() {
    VirtualLoop.run(noTime());

    assertEquals(List.of("done future x", "left in time", "sleep of nothing timed out"), events);
  }

  @Test
  void noLimit_neverExpires() {
    VirtualLoop.run(noLimit());

    assertEquals(
        List.of("Timeout (active, no limit)", "OptionalLong.empty", "expired false"), events);
  }

  @Test
  void failureOfTheBlock_comesThrough() {
    VirtualLoop.run(failing());

    assertEquals(List.of("boom, expired false"), events);
  }

  @Test
  void failureWhileTimingOut_comesThroughAndNoRequestIsLeft() {
    VirtualLoop.run(failingWhenCancelled());

    assertEquals(List.of("clean-up failed, expired true, cancelling 0"), events);
  }

  @Test
  void timeoutThatIsCaughtInside_leavesTheBlockNormally() {
    VirtualLoop.run(caughtInside());

    assertEquals(List.of("caught", "left normally, expired true, cancelling 0"), events);
  }

  @Test
  void cancelFromOutside_isNoTimeout() {
    VirtualLoop.run(cancelInside());

    assertEquals(List.of("cancelled, expired false, cancelling 1"), events);
  }

  @Test
  void cancelFromOutsideInTheSameTurn_winsOverTheTimeout() {
    VirtualLoop.run(cancelTogetherWithTimeout());

    assertEquals(List.of("cancelled at 1s, cancelling 1"), events);
  }

  @Test
  void timeoutAfterAnOlderCancellation_timesOut() {
    VirtualLoop.run(timeoutAfterCancellation());

    assertEquals(List.of("first cancelled", "timed out, cancelling 1"), events);
  }

  @Test
  void cancelAfterAnOlderCancellation_isNoTimeout() {
    VirtualLoop.run(cancelAfterCancellation());

    assertEquals(List.of("first cancelled", "second cancelled, cancelling 2"), events);
  }

  @Test
  void nestedTimeoutsAtOnce_onlyTheOuterTimesOut() {
    VirtualLoop.run(nestedAtOnce());

    assertEquals(
        List.of("inner block cancelled", "outer timed out", "both expired, cancelling 0"), events);
  }

  @Test
  void nestedTimeouts_innerExpiresFirst() {
    VirtualLoop.run(nested(SECOND, Duration.ofSeconds(2)));

    assertEquals(List.of("inner timed out at 1s", "outer timed out at 2s"), events);
  }

  @Test
  void nestedTimeouts_outerExpiresFirst() {
    VirtualLoop.run(nested(Duration.ofSeconds(2), SECOND));

    assertEquals(List.of("outer timed out at 1s"), events);
  }

  @Test
  void timeoutInFinallyOfATimeout_timesOutToo() {
    VirtualLoop.run(nestedInFinally());

    assertEquals(List.of("inner timed out at 2s", "outer timed out at 2s"), events);
  }

  @Test
  void taskOfTheBlock_isNotCancelledAfterwards() {
    VirtualLoop.run(awaitTimingOutTask());

    assertEquals(List.of("survived, cancelled false"), events);
  }

  @Test
  void reschedule_movesTheDeadline() {
    VirtualLoop.run(rescheduleLater());

    assertEquals(List.of("slept until 4s", "timed out at 5s", "OptionalLong[5000000000]"), events);
  }

  @Test
  void rescheduleToThePast_expiresInTheNextTurn() {
    VirtualLoop.run(rescheduleToNow());

    assertEquals(List.of("still here", "timed out at 0s"), events);
  }

  @Test
  void rescheduleToNothing_takesTheLimitAway() {
    VirtualLoop.run(rescheduleToNothing());

    assertEquals(List.of("slept until 3600s", "OptionalLong.empty"), events);
  }

  @Test
  void rescheduleByAnotherTask_counts() {
    VirtualLoop.run(rescheduleFromOutside());

    assertEquals(List.of("timed out at 3s"), events);
  }

  @Test
  void rescheduleOnceItIsOver_isRefused() {
    VirtualLoop.run(rescheduleTooLate());

    assertEquals(3, events.size());
    assertTrue(events.get(0).contains("that is expiring: make another"), events.get(0));
    assertTrue(events.get(1).contains("that is expired: make another"), events.get(1));
    assertTrue(events.get(2).contains("that is finished: make another"), events.get(2));
  }

  @Test
  void secondBlock_isRefused() {
    VirtualLoop.run(twoBlocks());

    assertEquals(1, events.size());
    assertTrue(events.get(0).startsWith("This block has been left already"), events.get(0));
  }

  @Test
  void outsideOfATask_isRefused() {
    EventLoop loop = VirtualLoop.create();
    loop.setExceptionHandler((handling, context) -> events.add(context.exception().getMessage()));
    loop.callSoon(() -> timeout(SECOND));
    loop.callSoon(loop::stop);
    loop.runForever();
    loop.close();

    assertEquals(1, events.size());
    assertTrue(events.get(0).startsWith("Timeout should be used inside a task"), events.get(0));
    assertThrows(IllegalStateException.class, () -> timeout(SECOND));
  }

  @Test
  void badLimits_areRefused() {
    IllegalArgumentException negative =
        assertThrows(IllegalArgumentException.class, () -> timeout(Duration.ofSeconds(-1)));
    assertTrue(negative.getMessage().contains("limit is negative: PT-1S"), negative.getMessage());
    assertThrows(NullPointerException.class, () -> timeout(null));
  }

  @Async
  private Coroutine<Void> tooLong() {
    Timeout limit = timeout(SECOND);
    try (limit) {
      await(tellCancellation());
    } catch (AsyncTimeoutException timeout) {
      events.add(timeout.getMessage() + " at " + seconds());
      events.add("caused by " + timeout.getCause().getClass().getSimpleName());
    }
    events.add("expired " + limit.expired());
    events.add("cancelling " + currentTask().cancelling());
    events.add(limit.toString());
    return result();
  }

  @Async
  private Coroutine<Void> tellCancellation() {
    try {
      await(sleep(LONG));
    } catch (CancelledError cancelled) {
      events.add("body cancelled at " + seconds());
      throw cancelled;
    }
    return result();
  }

  @Async
  private Coroutine<Void> inTime() {
    Timeout limit = timeout(LONG);
    try (limit) {
      events.add(limit.toString());
      await(sleep(SECOND));
    }
    events.add("expired " + limit.expired());
    events.add(limit.toString());
    return result();
  }

  @Async
  private Coroutine<Void> inTimeAndThenLong() {
    try (var limit = timeout(Duration.ofSeconds(2))) {
      await(sleep(SECOND));
    }
    await(sleep(LONG));
    events.add("slept on until " + seconds());
    return result();
  }

  @Async
  private Coroutine<Void> atTwoSeconds() {
    Timeout limit = timeoutAt(SECOND.multipliedBy(2).toNanos());
    await(sleep(SECOND));
    try (limit) {
      await(sleep(LONG));
    } catch (AsyncTimeoutException timeout) {
      events.add(timeout.getMessage() + " at " + seconds());
    }
    events.add("when " + limit.when());
    return result();
  }

  @Async
  private Coroutine<Void> inThePast() {
    await(sleep(Duration.ofSeconds(5)));
    try (var limit = timeoutAt(SECOND.toNanos())) {
      events.add("no suspension yet");
      await(sleep(LONG));
    } catch (AsyncTimeoutException timeout) {
      events.add("timed out at " + seconds());
    }
    return result();
  }

  @Async
  private Coroutine<Void> noTime() {
    Future<String> done = getRunningLoop().createFuture();
    done.setResult("x");
    try (var limit = timeout(Duration.ZERO)) {
      events.add("done future " + await(done));
    }
    events.add("left in time");
    try (var limit = timeout(Duration.ZERO)) {
      await(sleep(Duration.ZERO));
    } catch (AsyncTimeoutException timeout) {
      events.add("sleep of nothing timed out");
    }
    return result();
  }

  @Async
  private Coroutine<Void> noLimit() {
    Timeout limit = timeout();
    try (limit) {
      events.add(limit.toString());
      events.add(limit.when().toString());
      await(sleep(LONG));
    }
    events.add("expired " + limit.expired());
    return result();
  }

  @Async
  private Coroutine<Void> failing() {
    Timeout limit = timeout(SECOND);
    try (limit) {
      throw new IllegalStateException("boom");
    } catch (IllegalStateException failure) {
      events.add(failure.getMessage() + ", expired " + limit.expired());
    }
    return result();
  }

  @Async
  private Coroutine<Void> failingWhenCancelled() {
    Timeout limit = timeout(SECOND);
    try (limit) {
      await(failWhenCancelled());
    } catch (IllegalStateException failure) {
      events.add(
          "%s, expired %s, cancelling %d"
              .formatted(failure.getMessage(), limit.expired(), currentTask().cancelling()));
    }
    return result();
  }

  @Async
  private Coroutine<Void> failWhenCancelled() {
    try {
      await(sleep(LONG));
    } catch (CancelledError cancelled) {
      throw new IllegalStateException("clean-up failed", cancelled);
    }
    return result();
  }

  @Async
  private Coroutine<Void> caughtInside() {
    Timeout limit = timeout(SECOND);
    try (limit) {
      try {
        await(sleep(LONG));
      } catch (CancelledError cancelled) {
        events.add("caught");
      }
    }
    events.add(
        "left normally, expired %s, cancelling %d"
            .formatted(limit.expired(), currentTask().cancelling()));
    return result();
  }

  @Async
  private Coroutine<Void> cancelInside() {
    Timeout limit = timeout(LONG);
    try (limit) {
      currentTask().cancel();
      await(sleep(LONG));
    } catch (CancelledError cancelled) {
      events.add(
          "cancelled, expired %s, cancelling %d"
              .formatted(limit.expired(), currentTask().cancelling()));
    }
    return result();
  }

  @Async
  private Coroutine<Void> cancelTogetherWithTimeout() {
    Task<?> task = currentTask();
    getRunningLoop().callLater(SECOND, task::cancel);
    try (var limit = timeout(SECOND)) {
      await(sleep(LONG));
    } catch (CancelledError cancelled) {
      events.add("cancelled at %s, cancelling %d".formatted(seconds(), task.cancelling()));
    }
    return result();
  }

  @Async
  private Coroutine<Void> timeoutAfterCancellation() {
    await(cancelAndGoOn());
    try (var limit = timeout(Duration.ZERO)) {
      await(sleep(LONG));
    } catch (AsyncTimeoutException timeout) {
      events.add("timed out, cancelling " + currentTask().cancelling());
    }
    return result();
  }

  @Async
  private Coroutine<Void> cancelAfterCancellation() {
    await(cancelAndGoOn());
    try (var limit = timeout(SECOND)) {
      currentTask().cancel();
      await(sleep(LONG));
    } catch (CancelledError cancelled) {
      events.add("second cancelled, cancelling " + currentTask().cancelling());
    }
    return result();
  }

  @Async
  private Coroutine<Void> cancelAndGoOn() {
    try {
      currentTask().cancel();
      await(sleep(LONG));
    } catch (CancelledError cancelled) {
      events.add("first cancelled");
    }
    return result();
  }

  @Async
  private Coroutine<Void> nestedAtOnce() {
    Timeout outer = timeout(SECOND);
    Timeout inner = timeout(SECOND);
    try (outer) {
      try (inner) {
        await(sleep(LONG));
      } catch (CancelledError cancelled) {
        events.add("inner block cancelled");
        throw cancelled;
      }
    } catch (AsyncTimeoutException timeout) {
      events.add("outer timed out");
    }
    if (outer.expired() && inner.expired()) {
      events.add("both expired, cancelling " + currentTask().cancelling());
    }
    return result();
  }

  @Async
  private Coroutine<Void> nested(Duration innerLimit, Duration outerLimit) {
    try (var outer = timeout(outerLimit)) {
      try (var inner = timeout(innerLimit)) {
        await(sleep(LONG));
      } catch (AsyncTimeoutException timeout) {
        events.add("inner timed out at " + seconds());
      }
      await(sleep(LONG));
    } catch (AsyncTimeoutException timeout) {
      events.add("outer timed out at " + seconds());
    }
    return result();
  }

  @Async
  private Coroutine<Void> nestedInFinally() {
    try (var outer = timeout(SECOND)) {
      try {
        await(sleep(LONG));
      } finally {
        try (var inner = timeout(SECOND)) {
          await(sleep(LONG));
        } catch (AsyncTimeoutException timeout) {
          events.add("inner timed out at " + seconds());
        }
      }
    } catch (AsyncTimeoutException timeout) {
      events.add("outer timed out at " + seconds());
    }
    return result();
  }

  @Async
  private Coroutine<Void> awaitTimingOutTask() {
    Task<String> task = createTask(timingOut());
    events.add(await(task) + ", cancelled " + task.cancelled());
    return result();
  }

  @Async
  private Coroutine<String> timingOut() {
    try (var limit = timeout(SECOND)) {
      await(sleep(LONG));
    } catch (AsyncTimeoutException timeout) {
      return result("survived");
    }
    return result("no timeout");
  }

  @Async
  private Coroutine<Void> rescheduleLater() {
    Timeout limit = timeout(SECOND);
    try (limit) {
      limit.reschedule(Duration.ofSeconds(5).toNanos());
      await(sleep(Duration.ofSeconds(4)));
      events.add("slept until " + seconds());
      await(sleep(LONG));
    } catch (AsyncTimeoutException timeout) {
      events.add("timed out at " + seconds());
    }
    events.add(limit.when().toString());
    return result();
  }

  @Async
  private Coroutine<Void> rescheduleToNow() {
    try (var limit = timeout(LONG)) {
      limit.reschedule(-SECOND.toNanos());
      events.add("still here");
      await(sleep(LONG));
    } catch (AsyncTimeoutException timeout) {
      events.add("timed out at " + seconds());
    }
    return result();
  }

  @Async
  private Coroutine<Void> rescheduleToNothing() {
    Timeout limit = timeout(SECOND);
    try (limit) {
      limit.reschedule();
      await(sleep(LONG));
    }
    events.add("slept until " + seconds());
    events.add(limit.when().toString());
    assertEquals(OptionalLong.empty(), limit.when());
    return result();
  }

  @Async
  private Coroutine<Void> rescheduleFromOutside() {
    Future<Timeout> entered = getRunningLoop().createFuture();
    Task<Void> task = createTask(handOut(entered));
    await(entered).reschedule(Duration.ofSeconds(3).toNanos());
    await(task);
    return result();
  }

  @Async
  private Coroutine<Void> handOut(Future<Timeout> entered) {
    try (var limit = timeout(LONG)) {
      entered.setResult(limit);
      await(sleep(LONG));
    } catch (AsyncTimeoutException timeout) {
      events.add("timed out at " + seconds());
    }
    return result();
  }

  @Async
  private Coroutine<Void> rescheduleTooLate() {
    Timeout expiring = timeout(SECOND);
    try (expiring) {
      try {
        await(sleep(LONG));
      } finally {
        reschedule(expiring);
      }
    } catch (AsyncTimeoutException timeout) {
      reschedule(expiring);
    }
    Timeout finished = timeout(SECOND);
    try (finished) {
      await(sleep(Duration.ZERO));
    }
    reschedule(finished);
    return result();
  }

  private void reschedule(Timeout limit) {
    events.add(
        assertThrows(IllegalStateException.class, () -> limit.reschedule(LONG.toNanos()))
            .getMessage());
  }

  @Async
  private Coroutine<Void> twoBlocks() {
    Timeout limit = timeout(SECOND);
    try (limit) {
      await(sleep(Duration.ZERO));
    }
    try (limit) {
      await(sleep(Duration.ZERO));
    } catch (IllegalStateException refused) {
      events.add(refused.getMessage());
    }
    return result();
  }

  private static String seconds() {
    return Duration.ofNanos(getRunningLoop().time()).toSeconds() + "s";
  }
}
