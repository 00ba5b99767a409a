package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.gather;
import static io.jasyncio.Asyncio.getRunningLoop;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.shield;
import static io.jasyncio.Asyncio.sleep;
import static io.jasyncio.Asyncio.waitFor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.annotations.Async;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShieldTest {

  private final EventLoop loop = VirtualLoop.create();
  private final List<String> events = new ArrayList<>();

  @AfterEach
  void close() {
    loop.close();
  }

  @Test
  void result_comesThroughInTheNextTurn() {
    Future<Integer> inner = loop.createFuture();
    Future<Integer> outer = shield(inner);
    inner.setResult(42);
    assertFalse(outer.done());

    assertEquals(42, loop.runUntilComplete(outer));
  }

  @Test
  void failure_comesThrough() {
    Future<Integer> inner = loop.createFuture();
    Future<Integer> outer = shield(inner);
    IOException disk = new IOException("disk");
    inner.setException(disk);
    runOneTurn();

    assertSame(disk, outer.exception());
  }

  @Test
  void cancelOfTheInner_cancelsTheOuter() {
    Future<Integer> inner = loop.createFuture();
    Future<Integer> outer = shield(inner);
    inner.cancel();
    runOneTurn();

    assertTrue(outer.cancelled());
  }

  @Test
  void cancelOfTheOuter_leavesTheInnerAlone() {
    Future<Integer> inner = loop.createFuture();
    Future<Integer> outer = shield(inner);
    assertTrue(outer.cancel());
    runOneTurn();

    assertTrue(outer.cancelled());
    assertFalse(inner.done());
  }

  @Test
  void doneFuture_needsNoShield() {
    Future<Integer> done = loop.createFuture();
    done.setResult(42);

    assertSame(done, shield(done));
  }

  @Test
  void failureAfterAllShieldsAreGone_isReportedOnce() {
    loop.setExceptionHandler(
        (handling, context) ->
            events.add(context.message() + ": " + context.exception().getMessage()));
    Future<Integer> inner = loop.createFuture();
    shield(inner).cancel();
    shield(inner).cancel();
    inner.setException(new IOException("disk"));
    runOneTurn();

    assertEquals(
        List.of("IOException in a shielded future, after its shield was cancelled: disk"), events);
  }

  @Test
  void cancelOfTheTask_letsTheCoroutineGoOn() {
    VirtualLoop.run(cancelShielding());

    assertEquals(List.of("outer cancelled", "inner goes on", "x"), events);
  }

  @Test
  void shieldInWaitFor_keepsTheTaskOverTheTimeout() {
    VirtualLoop.run(waitForShielded());

    assertEquals(List.of("timed out", "x"), events);
  }

  @Test
  void gatherInShield_survives() {
    Future<Integer> first = loop.createFuture();
    Future<Integer> second = loop.createFuture();
    Future<List<Integer>> gathered = gather(List.of(first, second));
    Future<List<Integer>> outer = shield(gathered);
    outer.cancel();
    runOneTurn();
    first.setResult(1);
    second.setResult(2);
    runOneTurn();

    assertTrue(outer.cancelled());
    assertEquals(List.of(1, 2), gathered.result());
  }

  @Test
  void shieldsInGather_protectTheChildren() {
    Future<Integer> first = loop.createFuture();
    Future<Integer> second = loop.createFuture();
    Future<Integer> shieldOfFirst = shield(first);
    Future<Integer> shieldOfSecond = shield(second);
    Future<List<Integer>> gathered = gather(List.of(shieldOfFirst, shieldOfSecond));
    gathered.cancel();
    runOneTurn();

    assertTrue(gathered.exception() instanceof CancelledError);
    assertTrue(shieldOfFirst.cancelled() && shieldOfSecond.cancelled());
    assertFalse(first.done() || second.done());
  }

  @Test
  void coroutineOutsideOfALoop_isRefused() {
    assertThrows(IllegalStateException.class, () -> shield(Coroutine.completed(1)));
    assertThrows(NullPointerException.class, () -> shield(null));
  }

  @Test
  void coroutineOfTheThreadsLoop_becomesATaskOfIt() {
    Asyncio.setEventLoop(loop);
    try {
      Future<Integer> outer = shield(Coroutine.completed(42));
      assertSame(loop, outer.getLoop());
      assertEquals(42, loop.runUntilComplete(outer));
    } finally {
      Asyncio.setEventLoop(null);
    }
  }

  @Async
  private Coroutine<Void> cancelShielding() {
    Future<String> source = getRunningLoop().createFuture();
    Task<String> inner = createTask(tellAfter(source));
    Task<String> outer = createTask(awaitShielded(inner));
    await(sleep(Duration.ZERO));
    outer.cancel();
    try {
      await(outer);
    } catch (CancelledError cancelled) {
      events.add("outer cancelled");
    }
    source.setResult("x");
    events.add(await(inner));
    return result();
  }

  @Async
  private Coroutine<String> tellAfter(Future<String> source) {
    String value = await(source);
    events.add("inner goes on");
    return result(value);
  }

  @Async
  private static Coroutine<String> awaitShielded(Task<String> inner) {
    return result(await(shield(inner)));
  }

  @Async
  private Coroutine<Void> waitForShielded() {
    Task<String> inner = createTask(sleep(Duration.ofSeconds(2), "x"));
    try {
      events.add(await(waitFor(shield(inner), Duration.ofSeconds(1))));
    } catch (AsyncTimeoutException timeout) {
      events.add("timed out");
    }
    events.add(await(inner));
    return result();
  }

  private void runOneTurn() {
    loop.callSoon(() -> {});
    loop.runUntilComplete(sleep(Duration.ZERO));
  }
}
