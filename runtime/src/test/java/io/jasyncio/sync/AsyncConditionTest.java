package io.jasyncio.sync;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.AsyncTimeoutException;
import io.jasyncio.Asyncio;
import io.jasyncio.CancelledError;
import io.jasyncio.Coroutine;
import io.jasyncio.EventLoop;
import io.jasyncio.Story;
import io.jasyncio.Task;
import io.jasyncio.WrongLoopException;
import io.jasyncio.annotations.Async;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AsyncConditionTest extends Story {

  private final AsyncCondition condition = new AsyncCondition();
  private boolean predicate;

  @Test
  void notified_goOnOneByOneAsTheyGetTheLock() {
    startThree(false);
    expect();
    assertFalse(condition.locked());

    condition.acquireNowait();
    condition.notify(1);
    turn();
    expect();
    assertTrue(condition.locked());
    condition.release();
    turn();
    expect("first");
    assertTrue(condition.locked());

    condition.notify(2);
    turn();
    expect();
    condition.release();
    turn();
    expect("second");
    condition.release();
    turn();
    expect("third");
    assertTrue(condition.locked());
  }

  @Test
  void notify_wakesAtMostSoMany() {
    startThree(true);
    notify(1);
    expect("first");
    notify(2048);
    expect("second", "third");
  }

  @Test
  void notifyOfNone_wakesNobody() {
    startThree(true);
    notify(0);
    expect();
    assertEquals(3, condition.statistics().tasksWaiting());
  }

  @Test
  void notifyAllWaiters_wakesAllInTheirOrder() {
    startThree(true);
    condition.acquireNowait();
    condition.notifyAllWaiters();
    condition.release();
    turns(3);
    expect("first", "second", "third");
  }

  @Test
  void notifyWithoutWaiters_isForgotten() {
    notify(1);
    begin("first", waitOnce(true));
    turns(2);
    expect();
  }

  @Test
  void cancelledWait_leavesNothingAndHoldsTheLock() {
    Task<Void> waiter = begin("first", waitOnce(false));
    waiter.cancel();
    turn();
    expect("first cancelled");
    assertEquals(
        new AsyncCondition.Statistics(0, new AsyncLock.Statistics(true, 0)),
        condition.statistics());
  }

  @Test
  void cancelAfterTheWaitIsOverForTheLock_doesNotCutTheLockShort() {
    Task<Void> waiter = begin("waiter", waitOnce(false));
    condition.acquireNowait();
    condition.notify(1);
    loop.callSoon(waiter::cancel);
    loop.callSoon(condition::release);
    turns(3);
    expect("waiter cancelled");
    assertTrue(condition.locked());
  }

  @Test
  void cancelWhileGettingTheLockAgain_isThrownOnceItIsHeld() {
    Task<Void> waiter = begin("waiter", waitInBlock());
    condition.acquireNowait();
    condition.notify(1);
    turn();
    waiter.cancel();
    turn();
    expect();
    condition.release();
    turn();
    expect("held true", "waiter cancelled");
    assertTrue(waiter.cancelled());
    assertFalse(condition.locked());
  }

  @Test
  void manyCancelsWhileGettingTheLockAgain_throwTheLastOne() {
    Task<Void> waiter = begin("waiter", waitOnce(false));
    condition.acquireNowait();
    waiter.cancel("one");
    turn();
    waiter.cancel("two");
    turn();
    waiter.cancel("three");
    turn();
    expect();
    condition.release();
    turn();
    expect("waiter cancelled");
    assertEquals("three", assertThrows(CancelledError.class, waiter::result).getMessage());
  }

  @Test
  void cancelAfterNotify_handsTheNotificationOn() {
    Task<Void> first = begin("first", waitOnce(true));
    begin("second", waitOnce(true));
    condition.acquireNowait();
    condition.notify(1);
    first.cancel();
    condition.release();
    turn();
    expect("first cancelled");
    assertEquals(
        new AsyncCondition.Statistics(1, new AsyncLock.Statistics(true, 0)),
        condition.statistics());
    condition.release(); // what the first held when it was cancelled
    turns(2);
    expect("second");
  }

  @Test
  void cancelBeforeNotify_isPassedOver() {
    Task<Void> first = begin("first", waitInBlock());
    begin("second", waitOnce(true));
    condition.acquireNowait();
    first.cancel();
    condition.notify(1);
    condition.release();
    turns(3);
    expect("held true", "first cancelled", "second");
  }

  @Test
  void waitWithoutTheLock_isAnError() {
    begin("waiter", condition.waitAsync());
    expect("waiter NotAcquiredException");
  }

  @Test
  void notifyWithoutTheLock_isAnError() {
    assertEquals(
        "cannot notify on un-acquired lock: await acquire() first."
            + " AsyncCondition (unlocked, 0 waiting)",
        assertThrows(NotAcquiredException.class, () -> condition.notify(1)).getMessage());
    assertThrows(NotAcquiredException.class, condition::notifyAllWaiters);
  }

  @Test
  void notifyOfNegativeNumber_isAnError() {
    condition.acquireNowait();
    assertThrows(IllegalArgumentException.class, () -> condition.notify(-1));
  }

  @Test
  void waitFor_waitsUntilThePredicateHolds() {
    begin("waiter", waitForPredicate());
    expect();
    notify(1);
    expect();
    predicate = true;
    notify(1);
    expect("waiter");
  }

  @Test
  void waitForWithoutTheLock_isAnErrorOnlyIfItHasToWait() {
    begin("holds", condition.waitFor(() -> true));
    begin("does not", condition.waitFor(() -> false));
    expect("holds", "does not NotAcquiredException");
  }

  @Test
  void waitForWithFailingPredicate_failsWithTheLockHeld() {
    condition.acquireNowait();
    begin(
        "waiter",
        condition.waitFor(
            () -> {
              throw new UnsupportedOperationException();
            }));
    expect("waiter UnsupportedOperationException");
    assertTrue(condition.locked());
  }

  @Test
  void nullArguments_areRefused() {
    assertThrows(NullPointerException.class, () -> new AsyncCondition(null));
    begin("waiter", condition.waitFor(null));
    expect("waiter NullPointerException");
  }

  @Test
  void tryWithResources_holdsTheLockAcrossAWait() {
    begin("waiter", waitInBlock());
    assertFalse(condition.locked());
    notify(1);
    expect("held true", "waiter");
    assertFalse(condition.locked());
  }

  @Test
  void conditionsOfOneLock_shareIt() {
    AsyncLock lock = new AsyncLock();
    AsyncCondition one = new AsyncCondition(lock);
    AsyncCondition other = new AsyncCondition(lock);
    try (Held held = one.acquireNowait()) {
      assertTrue(held.toString().contains("locked"));
      assertTrue(lock.locked() && one.locked() && other.locked());
      assertThrows(WouldSuspendException.class, other::acquireNowait);
    }
    assertFalse(lock.locked() || one.locked() || other.locked());
  }

  @Test
  void conditionOfAnotherLoop_isRefused() {
    begin("waiter", waitOnce(false));
    try (EventLoop other = EventLoop.create()) {
      Coroutine<Void> wait = waitOnce(false);
      assertThrows(WrongLoopException.class, () -> other.runUntilComplete(wait));
    }
    assertTrue(condition.locked());
    assertEquals(1, condition.statistics().tasksWaiting());
  }

  @Test
  void timeOutInTheBlock_leavesTheLockHeldUntilItsEnd() {
    loop.runUntilComplete(timeOutInBlock());
    expect("timed out, held true");
    assertFalse(condition.locked());
  }

  @Test
  void toString_tellsTheState() {
    assertEquals("AsyncCondition (unlocked, 0 waiting)", condition.toString());
    begin("waiter", waitOnce(false));
    condition.acquireNowait();
    assertEquals("AsyncCondition (locked, 1 waiting)", condition.toString());
  }

  private void startThree(boolean release) {
    start("first", waitOnce(release));
    start("second", waitOnce(release));
    begin("third", waitOnce(release));
  }

  /** Notifies, and lets all who were notified go on one after the other. */
  private void notify(int n) {
    condition.acquireNowait();
    condition.notify(n);
    condition.release();
    turns(3);
  }

  @Async
  private Coroutine<Void> waitOnce(boolean release) {
    await(condition.acquire());
    await(condition.waitAsync());
    if (release) {
      condition.release();
    }
    return result();
  }

  @Async
  @SuppressWarnings("try") // held is for its closing
  private Coroutine<Void> waitInBlock() {
    try (Held held = await(condition.acquire())) {
      try {
        await(condition.waitAsync());
      } finally {
        note("held " + condition.locked());
      }
    }
    return result();
  }

  @Async
  private Coroutine<Void> waitForPredicate() {
    await(condition.acquire());
    await(condition.waitFor(() -> predicate));
    condition.release();
    return result();
  }

  @Async
  @SuppressWarnings("try") // held is for its closing
  private Coroutine<Void> timeOutInBlock() {
    try (Held held = await(condition.acquire())) {
      try {
        await(Asyncio.waitFor(condition.waitAsync(), Duration.ofNanos(1)));
      } catch (AsyncTimeoutException timedOut) {
        note("timed out, held " + condition.locked());
      }
    }
    return result();
  }
}
