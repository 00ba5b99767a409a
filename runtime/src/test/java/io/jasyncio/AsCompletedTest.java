package io.jasyncio;

import static io.jasyncio.Asyncio.asCompleted;
import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.ensureFuture;
import static io.jasyncio.Asyncio.gather;
import static io.jasyncio.Asyncio.getRunningLoop;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jasyncio.annotations.Async;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AsCompletedTest {

  private final List<String> events = new ArrayList<>();

  @Test
  void results_comeInTheOrderInWhichTheyAreReady() {
    VirtualLoop.run(threeSleepers());

    assertEquals(List.of("a at 1s", "b at 2s", "c at 3s"), events);
  }

  @Test
  void timeout_isThrownForEachThatIsNotDone() {
    VirtualLoop.run(withLimit());

    assertEquals(
        List.of("a at 1s", "timed out after PT2S at 2s", "timed out after PT2S at 2s", "c at 5s"),
        events);
  }

  @Test
  void timeout_endsLoop() {
    VirtualLoop.run(loopWithLimit());

    assertEquals(List.of("a at 1s", "timed out after PT2S at 2s"), events);
  }

  @Test
  void tasks_areGivenThemselves() {
    VirtualLoop.run(tasks());

    assertEquals(List.of("fast true", "slow true"), events);
  }

  @Test
  void unusedTimeout_isWithdrawn() {
    VirtualLoop.run(withUnusedLimit());

    assertEquals(List.of("a at 1s", "woke at 7200s"), events);
  }

  @Test
  void awaitsInAnotherOrder_areServedInTheOrderOfTheAwaits() {
    VirtualLoop.run(reversed());

    assertEquals(List.of("second coroutine a at 1s", "first coroutine b at 2s"), events);
  }

  @Test
  void awaitsSideBySide_getOneEach() {
    VirtualLoop.run(concurrent());

    assertEquals(List.of("a at 2s", "b at 2s"), events);
  }

  @Test
  void failure_comesInItsTurn() {
    VirtualLoop.run(failing());

    assertEquals(List.of("boom at 1s", "b at 2s"), events);
  }

  @Test
  void cancelOfTheAwait_leavesTheAwaitablesAlone() {
    VirtualLoop.run(cancelAwait());

    assertEquals(List.of("await cancelled", "a at 2s"), events);
  }

  @Test
  void awaitableGivenTwice_countsOnce() {
    VirtualLoop.run(theSameTwice());

    assertEquals(List.of("a at 1s", "b at 2s"), events);
  }

  @Test
  void nothing_givesNothing() {
    VirtualLoop.run(nothing());

    assertEquals(List.of("no more"), events);
  }

  @Test
  void outsideOfALoop_isRefused() {
    assertThrows(IllegalStateException.class, () -> asCompleted(List.of(Coroutine.completed("x"))));
    assertThrows(IllegalStateException.class, () -> asCompleted(List.of()));
  }

  @Test
  void negativeLimit_isRefused() {
    EventLoop loop = VirtualLoop.create();
    Asyncio.setEventLoop(loop);
    try {
      assertThrows(
          IllegalArgumentException.class,
          () -> asCompleted(List.of(loop.createFuture()), Duration.ofNanos(-1)));
    } finally {
      Asyncio.setEventLoop(null);
      loop.close();
    }
  }

  private static Coroutine<String> sleeper(String name, int seconds) {
    return sleep(Duration.ofSeconds(seconds), name);
  }

  @Async
  private Coroutine<Void> threeSleepers() {
    for (Future<String> next :
        asCompleted(List.of(sleeper("c", 3), sleeper("a", 1), sleeper("b", 2)))) {
      events.add(await(next) + " at " + seconds());
    }
    return result();
  }

  @Async
  private Coroutine<Void> withLimit() {
    Task<String> c = createTask(sleeper("c", 5));
    AsyncIterator<Future<String>> all =
        asCompleted(List.of(sleeper("b", 4), c, sleeper("a", 1)), Duration.ofSeconds(2)).aiter();
    for (int i = 0; i < 3; i++) {
      try {
        events.add(await(await(all.anext())) + " at " + seconds());
      } catch (AsyncTimeoutException timeout) {
        events.add(timeout.getMessage() + " at " + seconds());
      }
    }
    events.add(await(c) + " at " + seconds());
    return result();
  }

  @Async
  private Coroutine<Void> loopWithLimit() {
    try {
      for (Future<String> next :
          asCompleted(List.of(sleeper("b", 4), sleeper("a", 1)), Duration.ofSeconds(2))) {
        events.add(await(next) + " at " + seconds());
      }
    } catch (AsyncTimeoutException timeout) {
      events.add(timeout.getMessage() + " at " + seconds());
    }
    return result();
  }

  @Async
  private Coroutine<Void> tasks() {
    Task<String> slow = createTask(sleeper("b", 4));
    Task<String> fast = createTask(sleeper("a", 1));
    for (Future<String> next : asCompleted(List.of(slow, fast))) {
      events.add((next == fast ? "fast" : next == slow ? "slow" : "?") + " " + next.done());
    }
    return result();
  }

  @Async
  private Coroutine<Void> withUnusedLimit() {
    for (Future<String> next : asCompleted(List.of(sleeper("a", 1)), Duration.ofHours(1))) {
      events.add(await(next) + " at " + seconds());
    }
    await(sleep(Duration.ofSeconds(7199)));
    events.add("woke at " + seconds());
    return result();
  }

  @Async
  private Coroutine<Void> reversed() {
    AsyncIterator<Future<String>> all =
        asCompleted(List.of(sleeper("a", 1), sleeper("b", 2))).aiter();
    Awaitable<Future<String>> first = all.anext();
    Awaitable<Future<String>> second = all.anext();
    events.add("second coroutine " + await(await(second)) + " at " + seconds());
    events.add("first coroutine " + await(await(first)) + " at " + seconds());
    return result();
  }

  @Async
  private Coroutine<Void> concurrent() {
    AsyncIterator<Future<String>> all =
        asCompleted(List.of(sleeper("a", 1), sleeper("b", 2))).aiter();
    for (Future<String> next : await(gather(List.of(all.anext(), all.anext())))) {
      events.add(next.result() + " at " + seconds());
    }
    return result();
  }

  @Async
  private Coroutine<Void> failing() {
    for (Future<String> next : asCompleted(List.of(sleeper("b", 2), fail()))) {
      try {
        events.add(await(next) + " at " + seconds());
      } catch (IllegalStateException failure) {
        events.add(failure.getMessage() + " at " + seconds());
      }
    }
    return result();
  }

  @Async
  private static Coroutine<String> fail() {
    await(sleep(Duration.ofSeconds(1)));
    throw new IllegalStateException("boom");
  }

  @Async
  private Coroutine<Void> cancelAwait() {
    AsyncIterator<Future<String>> all =
        asCompleted(List.of(sleeper("a", 2), sleeper("b", 3))).aiter();
    Future<Future<String>> awaiting = ensureFuture(all.anext());
    await(sleep(Duration.ofSeconds(1)));
    awaiting.cancel();
    try {
      var unused = await(awaiting);
    } catch (CancelledError cancelled) {
      events.add("await cancelled");
    }
    events.add(await(await(all.anext())) + " at " + seconds());
    return result();
  }

  @Async
  private Coroutine<Void> theSameTwice() {
    Coroutine<String> once = sleeper("a", 1);
    for (Future<String> next : asCompleted(List.of(once, sleeper("b", 2), once))) {
      events.add(await(next) + " at " + seconds());
    }
    return result();
  }

  @Async
  private Coroutine<Void> nothing() {
    AsyncIterator<Future<String>> none =
        asCompleted(List.<Coroutine<String>>of(), Duration.ZERO).aiter();
    try {
      Future<String> unused = await(none.anext());
    } catch (StopAsyncIteration end) {
      events.add("no more");
    }
    await(sleep(Duration.ZERO));
    return result();
  }

  private static String seconds() {
    return Duration.ofNanos(getRunningLoop().time()).toSeconds() + "s";
  }
}
