package io.jasyncio.testing;

import static com.google.common.truth.Truth.assertThat;
import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.getRunningLoop;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;
import static io.jasyncio.Asyncio.toThread;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jasyncio.Coroutine;
import io.jasyncio.EventLoop;
import io.jasyncio.Future;
import io.jasyncio.annotations.Async;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class VirtualTimeTest {

  private final List<String> events = new ArrayList<>();

  @Async
  private Coroutine<Void> tick(String name, Duration period) {
    for (int i = 0; i < 3; i++) {
      await(sleep(period));
      events.add(name + " at " + Duration.ofNanos(getRunningLoop().time()));
    }
    return result();
  }

  @Async
  private Coroutine<Void> twoClocks() {
    var slow = createTask(tick("slow", Duration.ofHours(2)));
    await(tick("fast", Duration.ofHours(1)));
    await(slow);
    return result();
  }

  @Test
  void sleepsOfHours_takeNoTimeAndHaveAnOrder() {
    for (int i = 0; i < 100; i++) {
      events.clear();
      VirtualTime.run(() -> twoClocks());
      assertThat(events)
          .containsExactly(
              "fast at PT1H",
              "slow at PT2H",
              "fast at PT2H",
              "fast at PT3H",
              "slow at PT4H",
              "slow at PT6H")
          .inOrder();
    }
  }

  @Test
  void result_isThatOfTheCoroutine() {
    assertThat(VirtualTime.run(sleep(Duration.ofDays(1).minusNanos(1), "x"))).isEqualTo("x");
  }

  @Test
  void failure_isThrownAsItIs() {
    assertThrows(IOException.class, () -> VirtualTime.run(() -> fail()));
  }

  @Async
  private Coroutine<Void> fail() throws IOException {
    await(sleep(Duration.ZERO));
    throw new IOException();
  }

  @Test
  void stuckTest_saysWhichTasksWaitWhere() {
    AssertionError failure =
        assertThrows(
            AssertionError.class,
            () ->
                new TestRun(Duration.ofDays(1), Duration.ofMillis(1))
                    .run("deadlock", () -> deadlock()));

    assertThat(failure).hasMessageThat().contains("Stuck: nothing is ready");
    assertThat(failure).hasMessageThat().contains("Task 'deadlock', waits for Task 'helper'");
    assertThat(failure).hasMessageThat().contains("VirtualTimeTest.deadlock(VirtualTimeTest.java:");
    assertThat(failure).hasMessageThat().contains("Task 'helper', waits for Future (pending)");
    assertThat(failure).hasMessageThat().contains("VirtualTimeTest.waitFor(VirtualTimeTest.java:");
  }

  @Async
  private Coroutine<Void> deadlock() {
    Future<Void> never = getRunningLoop().createFuture();
    await(createTask(waitFor(never), "helper"));
    return result();
  }

  @Async
  private Coroutine<Void> waitFor(Future<Void> future) {
    await(future);
    return result();
  }

  @Test
  void testThatGoesRoundInCircles_isStuck() {
    AssertionError failure =
        assertThrows(
            AssertionError.class,
            () ->
                new TestRun(Duration.ofDays(1), Duration.ofMillis(1))
                    .run("circles", () -> goRound()));

    assertThat(failure).hasMessageThat().contains("no virtual time has passed");
    assertThat(failure).hasMessageThat().contains("VirtualTimeTest.goRound(");
  }

  @Async
  private Coroutine<Void> goRound() {
    while (true) {
      await(sleep(Duration.ZERO));
    }
  }

  @Test
  void testOverItsLimit_fails() {
    AssertionError failure =
        assertThrows(
            AssertionError.class,
            () -> VirtualTime.run(() -> sleep(Duration.ofHours(2)), Duration.ofHours(1)));

    assertThat(failure).hasMessageThat().contains("Not over after PT1H of virtual time");
    assertThat(failure).hasMessageThat().contains("sleeps (PT2H left)");
  }

  @Test
  void leakedTask_failsTheTestAndIsCancelled() {
    AssertionError failure =
        assertThrows(AssertionError.class, () -> VirtualTime.run(() -> leak()));

    assertThat(failure).hasMessageThat().contains("The test has ended, but not these tasks");
    assertThat(failure).hasMessageThat().contains("Task 'leaked', sleeps (PT59M59S left)");
    assertThat(events).containsExactly("leaked task cleaned up");
  }

  @Async
  private Coroutine<Void> leak() {
    createTask(leaked(), "leaked");
    await(sleep(Duration.ofSeconds(1)));
    return result();
  }

  @Async
  private Coroutine<Void> leaked() {
    try {
      await(sleep(Duration.ofHours(1)));
    } finally {
      events.add("leaked task cleaned up");
    }
    return result();
  }

  @Test
  void errorToldToTheHandler_failsTheTest() {
    IllegalStateException cause = new IllegalStateException("in a callback");
    AssertionError failure =
        assertThrows(AssertionError.class, () -> VirtualTime.run(() -> failInCallback(cause)));

    assertThat(failure).hasMessageThat().contains("exception handler was told");
    assertThat(failure).hasCauseThat().isSameInstanceAs(cause);
  }

  @Async
  private Coroutine<Void> failInCallback(RuntimeException failure) {
    getRunningLoop()
        .callSoon(
            () -> {
              throw failure;
            });
    await(sleep(Duration.ofSeconds(1)));
    return result();
  }

  @Test
  void coroutineThatIsNeverAwaited_failsTheTest() {
    AssertionError failure =
        assertThrows(AssertionError.class, () -> VirtualTime.run(() -> forget()));

    assertThat(failure).hasMessageThat().contains("coroutine was never awaited");
    assertThat(failure).hasMessageThat().contains("VirtualTimeTest.leaked(");
  }

  @Async
  @SuppressWarnings("NeverAwaited")
  private Coroutine<Void> forget() {
    Coroutine<Void> unused = leaked();
    await(sleep(Duration.ZERO));
    return result();
  }

  @Test
  void otherThreads_areWaitedFor() {
    assertThat(VirtualTime.run(() -> toThread(() -> "from a thread"))).isEqualTo("from a thread");
  }

  @Test
  void clock_tellsTheVirtualTime() {
    VirtualClock clock = new VirtualClock();
    EventLoop loop = EventLoop.create(clock);
    loop.runUntilComplete(sleep(Duration.ofHours(5)));
    loop.close();

    assertThat(clock.elapsed()).isEqualTo(Duration.ofHours(5));
    assertThat(clock.toString()).isEqualTo("VirtualClock (PT5H)");
  }

  @Test
  void clockWithoutAnythingToWaitFor_losesItsPatience() {
    EventLoop loop = EventLoop.create(new VirtualClock(Duration.ofMillis(1)));
    assertThrows(StuckException.class, loop::runForever);
    loop.close();
  }
}
