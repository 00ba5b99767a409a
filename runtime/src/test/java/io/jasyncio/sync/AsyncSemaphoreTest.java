package io.jasyncio.sync;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;
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
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AsyncSemaphoreTest extends Story {

  private final AsyncSemaphore one = new AsyncSemaphore();
  private final AsyncSemaphore none = new AsyncSemaphore(0);
  private Task<Held> victim;

  @Test
  void semaphoreWithoutPermits_isLocked() {
    assertTrue(none.locked());
    assertFalse(one.locked());
  }

  @Test
  void negativePermits_areRefused() {
    assertThrows(IllegalArgumentException.class, () -> new AsyncSemaphore(-1));
    assertThrows(IllegalArgumentException.class, () -> new AsyncBoundedSemaphore(-1));
  }

  @Test
  void permits_goToThoseWhoWaitInTheirOrder() {
    AsyncSemaphore three = new AsyncSemaphore(3);
    begin("a", three.acquire());
    begin("b", three.acquire());
    assertFalse(three.locked());
    expect("a", "b");
    for (String name : new String[] {"1", "2", "3"}) {
      start(name, three.acquire());
    }
    turn();
    expect("1");
    assertEquals(new AsyncSemaphore.Statistics(0, 2), three.statistics());

    start("4", three.acquire());
    three.release();
    three.release();
    assertEquals(0, three.statistics().value());
    turn();
    expect("2", "3");
    assertEquals(new AsyncSemaphore.Statistics(0, 1), three.statistics());
    three.release();
    turn();
    expect("4");
  }

  @Test
  void cancelledAcquire_leavesNothing() {
    one.acquireNowait();
    Task<Held> waiter = begin("waiter", one.acquire());
    loop.callSoon(waiter::cancel);
    turns(2);
    expect("waiter cancelled");
    assertEquals(new AsyncSemaphore.Statistics(0, 0), one.statistics());
  }

  @Test
  void cancelledWaiters_arePassedOver() {
    Task<Held> first = start("1", none.acquire());
    Task<Held> second = start("2", none.acquire());
    start("3", none.acquire());
    begin("4", none.acquire());
    first.cancel();
    second.cancel();
    none.release();
    turns(2);
    expect("1 cancelled", "2 cancelled", "3");
    assertEquals(new AsyncSemaphore.Statistics(0, 1), none.statistics());
  }

  @Test
  void cancelWhileBeingWoken_handsThePermitOn() {
    Task<Held> first = start("first", none.acquire());
    begin("second", none.acquire());
    none.release();
    first.cancel();
    turns(2);
    expect("first cancelled", "second");
    assertTrue(none.locked());
  }

  @Test
  void cancelWhileBeingWoken_withNobodyElse_freesThePermit() {
    Task<Held> only = begin("only", none.acquire());
    none.release();
    only.cancel();
    turn();
    expect("only cancelled");
    assertEquals(new AsyncSemaphore.Statistics(1, 0), none.statistics());
  }

  @Test
  void cancelByTheHolderOfThePermit_hangsNobody() {
    Task<Void> first = loop.createTask(holdThenCancelVictim());
    victim = loop.createTask(holdAndFail());
    turns(4);
    assertTrue(first.done());
    assertTrue(victim.cancelled());
    one.acquireNowait();
  }

  @Test
  void acquireAgain_goesBehindThoseWhoWait() {
    start("c1", twice("c1"));
    start("c2", twice("c2"));
    start("c3", twice("c3"));
    turns(20);
    expect("c1_1", "c2_1", "c3_1", "c1_2", "c1", "c2_2", "c2", "c3_2", "c3");
  }

  @Test
  void acquireRightAfterRelease_doesNotOvertakeOneWhoIsBeingWoken() {
    start("1", one.acquire());
    start("2", acquireReleaseAcquire());
    begin("3", one.acquire());
    expect("1");
    one.release();
    one.release();
    turns(2);
    expect("released", "3", "2");
    assertEquals(new AsyncSemaphore.Statistics(0, 0), one.statistics());
  }

  @Test
  void cancelledFirst_leavesThePermitsToTheOthers() {
    Task<Held> first = start("1", none.acquire());
    start("2", none.acquire());
    begin("3", none.acquire());
    first.cancel();
    turn();
    none.release();
    none.release();
    turn();
    expect("1 cancelled", "2", "3");
  }

  @Test
  void acquireNowait_takesAPermitOrFails() {
    Held held = one.acquireNowait();
    assertThrows(WouldSuspendException.class, one::acquireNowait);
    held.close();
    held.close();
    assertEquals(new AsyncSemaphore.Statistics(1, 0), one.statistics());
  }

  @Test
  void releaseWithoutAcquire_addsAPermit() {
    one.release();
    assertEquals(2, one.statistics().value());
  }

  @Test
  void releaseOfBoundedSemaphoreThatIsFull_isAnError() {
    AsyncBoundedSemaphore bounded = new AsyncBoundedSemaphore();
    assertEquals(
        "BoundedSemaphore released too many times: call release() once for each acquire()."
            + " AsyncBoundedSemaphore (unlocked, value 1, 0 waiting)",
        assertThrows(NotAcquiredException.class, bounded::release).getMessage());
    Held held = bounded.acquireNowait();
    held.close();
    assertEquals(1, bounded.statistics().value());
    assertThrows(NotAcquiredException.class, bounded::release);
  }

  @Test
  void releaseBeyondAllNumbers_isAnError() {
    AsyncSemaphore most = new AsyncSemaphore(Integer.MAX_VALUE);
    assertThrows(IllegalStateException.class, most::release);
  }

  @Test
  void tryWithResources_holdsAPermitForTheBlock() {
    one.acquireNowait();
    Task<Held> task = begin("block", holdAndFail());
    one.release();
    turn();
    expect("block IllegalStateException");
    assertTrue(task.done());
    assertFalse(one.locked());
  }

  @Test
  void semaphoreOfAnotherLoop_isRefused() {
    begin("waiter", none.acquire());
    try (EventLoop other = EventLoop.create()) {
      Coroutine<Held> acquire = none.acquire();
      assertThrows(WrongLoopException.class, () -> other.runUntilComplete(acquire));
    }
  }

  @Test
  void toString_tellsTheState() {
    assertEquals("AsyncSemaphore (unlocked, value 1, 0 waiting)", one.toString());
    begin("waiter", none.acquire());
    assertEquals("AsyncSemaphore (locked, value 0, 1 waiting)", none.toString());
  }

  @Async
  @SuppressWarnings("try") // held is for its closing
  private Coroutine<Void> holdThenCancelVictim() {
    try (Held held = await(one.acquire())) {
      await(sleep(Duration.ZERO));
    }
    victim.cancel();
    return result();
  }

  @Async
  @SuppressWarnings("try") // held is for its closing
  private Coroutine<Held> holdAndFail() {
    try (Held held = await(one.acquire())) {
      throw new IllegalStateException("nobody gets here");
    }
  }

  @Async
  private Coroutine<Void> twice(String name) {
    for (int i = 1; i <= 2; i++) {
      await(one.acquire());
      note(name + "_" + i);
      await(sleep(Duration.ZERO));
      one.release();
    }
    return result();
  }

  @Async
  private Coroutine<Void> acquireReleaseAcquire() {
    await(one.acquire());
    note("released");
    one.release();
    await(one.acquire());
    return result();
  }
}
