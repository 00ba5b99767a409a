package io.jasyncio.sync;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.Coroutine;
import io.jasyncio.EventLoop;
import io.jasyncio.Story;
import io.jasyncio.Task;
import io.jasyncio.WrongLoopException;
import io.jasyncio.annotations.Async;
import io.jasyncio.sync.AsyncBarrier.State;
import org.junit.jupiter.api.Test;

class AsyncBarrierTest extends Story {

  private final AsyncBarrier three = new AsyncBarrier(3);

  @Test
  void partiesMustBePositive() {
    assertThrows(IllegalArgumentException.class, () -> new AsyncBarrier(0));
    assertThrows(IllegalArgumentException.class, () -> new AsyncBarrier(-4));
    assertEquals(3, three.parties());
  }

  @Test
  void lastParty_letsAllGoAndEachHasItsNumber() {
    begin("a", three.waitAsync());
    assertEquals(1, three.nWaiting());
    begin("b", three.waitAsync());
    assertEquals(2, three.nWaiting());
    begin("c", three.waitAsync());
    turn();
    expect("c 2", "a 0", "b 1");
    assertStands(State.FILLING, 0, 0);
    assertFalse(three.broken());
  }

  @Test
  void barrierOfOne_neverWaits() {
    AsyncBarrier one = new AsyncBarrier(1);
    begin("a", one.waitAsync());
    begin("b", one.waitAsync());
    expect("a 0", "b 0");
    assertEquals(0, one.nWaiting());
  }

  @Test
  void barrier_servesAgainAndAgain() {
    start("a", rounds("a", 3));
    start("b", rounds("b", 3));
    start("c", rounds("c", 3));
    turns(8);
    // c goes on at once and is back before the others have left: it comes in first.
    expect("c:2", "a:0", "b:1", "b:2", "c:0", "a:1", "a:2", "a", "b:0", "b", "c:1", "c");
    assertStands(State.FILLING, 0, 0);
  }

  @Test
  void stateIsDraining_untilTheLastOneLeaves() {
    start("a", tellState());
    start("b", tellState());
    begin("c", tellState());
    assertStands(State.DRAINING, 2, 0);
    assertEquals(0, three.nWaiting());
    turn();
    expect("DRAINING", "c", "DRAINING", "a", "FILLING", "b");
    assertStands(State.FILLING, 0, 0);
  }

  @Test
  void newcomersWhileDraining_waitOutsideAndComeInFirst() {
    startWaiters("a", "b", "c", "d", "e");
    turn();
    expect("c 2");
    assertStands(State.DRAINING, 2, 2);
    start("f", three.waitAsync());
    turn();
    // f finds two outside who are before it.
    expect("a 0", "b 1");
    turns(4);
    expect("f 2", "d 0", "e 1");
    assertStands(State.FILLING, 0, 0);
  }

  @Test
  void moreOutsideThanParties_keepTheirOrder() {
    startWaiters("a", "b", "c", "d", "e", "f", "g", "h", "i");
    turns(9);
    expect("c 2", "a 0", "b 1", "f 2", "d 0", "e 1", "i 2", "g 0", "h 1");
    assertStands(State.FILLING, 0, 0);
  }

  @Test
  void cancelledOutside_leavesNothing() {
    startWaiters("a", "b", "c");
    Task<Integer> d = start("d", three.waitAsync());
    begin("e", three.waitAsync());
    d.cancel();
    turns(3);
    expect("c 2", "a 0", "b 1", "d cancelled");
    assertStands(State.FILLING, 1, 0);
  }

  @Test
  void cancelledWhileFilling_doesNotCount() {
    Task<Integer> a = begin("a", three.waitAsync());
    begin("b", three.waitAsync());
    a.cancel();
    turn();
    assertEquals(1, three.nWaiting());
    begin("c", three.waitAsync());
    assertEquals(2, three.nWaiting());
    begin("d", three.waitAsync());
    turn();
    expect("a cancelled", "d 2", "b 0", "c 1");
    assertStands(State.FILLING, 0, 0);
  }

  @Test
  void cancelledInTheTurnOfTheLastParty_doesNotCountEither() {
    Task<Integer> a = begin("a", three.waitAsync());
    begin("b", three.waitAsync());
    start("c", three.waitAsync());
    a.cancel();
    turns(2);
    expect("a cancelled");
    assertEquals(2, three.nWaiting());
  }

  @Test
  void cancelledWhileDraining_letsTheOthersGo() {
    Task<Integer> a = start("a", three.waitAsync());
    startWaiters("b", "c");
    turn();
    a.cancel();
    turn();
    expect("c 2", "a cancelled", "b 0");
    assertStands(State.FILLING, 0, 0);
  }

  @Test
  void resetOfEmptyBarrier_changesNothing() {
    three.reset();
    assertStands(State.FILLING, 0, 0);
  }

  @Test
  void resetWhileFilling_failsThoseWhoWait() {
    startWaiters("a", "b");
    turn();
    three.reset();
    assertStands(State.RESETTING, 2, 0);
    assertEquals(0, three.nWaiting());
    turn();
    expect("a BrokenBarrierException", "b BrokenBarrierException");
    assertStands(State.FILLING, 0, 0);
    startWaiters("a", "b", "c");
    turns(2);
    expect("c 2", "a 0", "b 1");
  }

  @Test
  void resetWhileDraining_failsThoseWhoDidNotRunYet() {
    AsyncBarrier four = new AsyncBarrier(4);
    for (String name : new String[] {"a", "b", "c"}) {
      start(name, four.waitAsync());
    }
    begin("d", waitThenReset(four));
    turn();
    expect("d", "a BrokenBarrierException", "b BrokenBarrierException", "c BrokenBarrierException");
    assertEquals(State.FILLING, four.statistics().state());
  }

  @Test
  void newcomersWhileResetting_waitOutside() {
    startWaiters("a", "b");
    turn();
    startWaiters("d", "e", "f");
    three.reset();
    turn();
    assertStands(State.FILLING, 0, 3);
    expect("a BrokenBarrierException", "b BrokenBarrierException");
    turns(2);
    expect("f 2", "d 0", "e 1");
  }

  @Test
  void waitingAgainAfterReset_works() {
    start("a", waitAgainWhenBroken());
    begin("b", waitAgainWhenBroken());
    three.reset();
    turn();
    begin("c", three.waitAsync());
    turns(3);
    expect("broken", "broken", "c 2", "a", "b");
    assertStands(State.FILLING, 0, 0);
  }

  @Test
  void resetByTheLastOneOut_doesNotHurtThoseWhoWaitAgain() {
    startWaiters("a", "b", "c");
    turns(2);
    expect("c 2", "a 0", "b 1");
    three.reset();
    startWaiters("a", "b", "c");
    turns(2);
    expect("c 2", "a 0", "b 1");
  }

  @Test
  void abort_failsThoseWhoWaitAndAllWhoCome() {
    startWaiters("a", "b");
    turn();
    three.abort();
    assertTrue(three.broken());
    assertEquals(0, three.nWaiting());
    startWaiters("c");
    turn();
    expect("a BrokenBarrierException", "b BrokenBarrierException", "c BrokenBarrierException");
    assertStands(State.BROKEN, 0, 0);
  }

  @Test
  void abortOfEmptyBarrier_breaksIt() {
    AsyncBarrier one = new AsyncBarrier(1);
    one.abort();
    begin("a", one.waitAsync());
    expect("a BrokenBarrierException");
    assertEquals("AsyncBarrier (broken, 0 of 1 waiting)", one.toString());
  }

  @Test
  void abortWhileDraining_failsThoseInsideAndThoseOutside() {
    startWaiters("a", "b", "c", "d", "e");
    turn();
    three.abort();
    turns(2);
    expect(
        "c 2",
        "a BrokenBarrierException",
        "b BrokenBarrierException",
        "d BrokenBarrierException",
        "e BrokenBarrierException");
    assertStands(State.BROKEN, 0, 0);
  }

  @Test
  void resetAfterAbort_makesTheBarrierAsNew() {
    three.abort();
    three.reset();
    assertFalse(three.broken());
    startWaiters("a", "b", "c");
    turns(2);
    expect("c 2", "a 0", "b 1");
  }

  @Test
  void resetRightAfterAbort_waitsUntilTheLastOneHasLeft() {
    startWaiters("a", "b");
    turn();
    three.abort();
    three.reset();
    assertStands(State.RESETTING, 2, 0);
    turn();
    expect("a BrokenBarrierException", "b BrokenBarrierException");
    assertStands(State.FILLING, 0, 0);
  }

  @Test
  void brokenBarrierException_saysWhatToDo() {
    three.abort();
    Coroutine<Integer> wait = three.waitAsync();
    assertEquals(
        "Barrier aborted: call reset() before using it again",
        assertThrows(BrokenBarrierException.class, () -> loop.runUntilComplete(wait)).getMessage());
  }

  @Test
  void barrierOfAnotherLoop_isRefused() {
    begin("a", three.waitAsync());
    try (EventLoop other = EventLoop.create()) {
      Coroutine<Integer> wait = three.waitAsync();
      assertThrows(WrongLoopException.class, () -> other.runUntilComplete(wait));
    }
    assertEquals(1, three.nWaiting());
  }

  @Test
  void toString_tellsTheState() {
    startWaiters("a", "b");
    turn();
    assertEquals("AsyncBarrier (filling, 2 of 3 waiting)", three.toString());
    begin("c", three.waitAsync());
    assertEquals("AsyncBarrier (draining, 0 of 3 waiting)", three.toString());
    three.reset();
    assertEquals("AsyncBarrier (resetting, 0 of 3 waiting)", three.toString());
  }

  private void startWaiters(String... names) {
    for (String name : names) {
      start(name, three.waitAsync());
    }
  }

  private void assertStands(State state, int inside, int outside) {
    assertEquals(new AsyncBarrier.Statistics(state, 3, inside, outside), three.statistics());
  }

  @Async
  private Coroutine<Void> rounds(String name, int n) {
    for (int i = 0; i < n; i++) {
      note(name + ":" + await(three.waitAsync()));
    }
    return result();
  }

  @Async
  private Coroutine<Void> tellState() {
    await(three.waitAsync());
    note(three.statistics().state().toString());
    return result();
  }

  @Async
  private Coroutine<Void> waitThenReset(AsyncBarrier barrier) {
    await(barrier.waitAsync());
    barrier.reset();
    return result();
  }

  @Async
  private Coroutine<Void> waitAgainWhenBroken() {
    try {
      await(three.waitAsync());
    } catch (BrokenBarrierException broken) {
      note("broken");
    }
    await(three.waitAsync());
    return result();
  }
}
