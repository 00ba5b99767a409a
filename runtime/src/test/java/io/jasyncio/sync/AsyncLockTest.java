package io.jasyncio.sync;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.Awaitable;
import io.jasyncio.Coroutine;
import io.jasyncio.EventLoop;
import io.jasyncio.Future;
import io.jasyncio.Story;
import io.jasyncio.Task;
import io.jasyncio.WrongLoopException;
import io.jasyncio.annotations.Async;
import org.junit.jupiter.api.Test;

class AsyncLockTest extends Story {

  private final AsyncLock lock = new AsyncLock();

  @Test
  void acquire_isFirstComeFirstServed() {
    lock.acquireNowait();
    Task<Held> first = start("first", lock.acquire());
    begin("second", lock.acquire());
    expect();

    lock.release();
    turn();
    expect("first");
    assertTrue(first.done());
    turn();
    expect();

    start("third", lock.acquire());
    lock.release();
    turn();
    expect("second");
    lock.release();
    turn();
    expect("third");
    assertTrue(lock.locked());
  }

  @Test
  void acquireOfFreeLock_doesNotSuspend() {
    begin("one", lock.acquire());
    expect("one");
    assertTrue(lock.locked());
  }

  @Test
  void acquireThatIsNotAwaited_doesNothing() {
    lock.acquire().close();
    assertFalse(lock.locked());
  }

  @Test
  void cancelledAcquire_leavesNothing() {
    lock.acquireNowait();
    Task<Held> waiter = begin("waiter", lock.acquire());
    loop.callSoon(waiter::cancel);
    turns(2);
    expect("waiter cancelled");
    assertEquals(new AsyncLock.Statistics(true, 0), lock.statistics());
  }

  @Test
  void cancelBeforeRelease_passesTheCancelledOneOver() {
    Future<Void> gate = loop.createFuture();
    begin("a", holdUntil(gate));
    Task<Void> b = begin("b", holdUntil(null));
    begin("c", holdUntil(null));
    assertEquals(2, lock.statistics().tasksWaiting());

    gate.setResult(null);
    b.cancel();
    turns(2);
    expect("a", "b cancelled", "c");
    assertFalse(lock.locked());
  }

  @Test
  void cancelAndReleaseInOneTurn_givesTheLockToOneOnly() {
    lock.acquireNowait();
    Task<Held> first = start("first", lock.acquire());
    start("second", lock.acquire());
    begin("third", lock.acquire());
    first.cancel();
    lock.release();
    turns(3);
    expect("first cancelled", "second");
    assertEquals(new AsyncLock.Statistics(true, 1), lock.statistics());
  }

  @Test
  void cancelWhileBeingWoken_handsTheLockOn() {
    lock.acquireNowait();
    Task<Held> first = begin("first", lock.acquire());
    begin("second", lock.acquire());
    lock.release();
    first.cancel();
    turns(2);
    expect("first cancelled", "second");
    assertEquals(new AsyncLock.Statistics(true, 0), lock.statistics());
  }

  @Test
  void cancelWhileBeingWoken_withNobodyElse_freesTheLock() {
    lock.acquireNowait();
    Task<Held> only = begin("only", lock.acquire());
    lock.release();
    only.cancel();
    turn();
    expect("only cancelled");
    lock.acquireNowait();
  }

  @Test
  void newcomer_doesNotOvertakeOneWhoIsBeingWoken() {
    lock.acquireNowait();
    begin("first", lock.acquire());
    start("newcomer", lock.acquire()).addDoneCallback(done -> note("callback"));
    lock.release();
    assertThrows(WouldSuspendException.class, lock::acquireNowait);
    turn();
    expect("first");
    assertEquals(1, lock.statistics().tasksWaiting());
    lock.release();
    turns(2);
    expect("newcomer", "callback");
  }

  @Test
  void newcomerInTheTurnOfACancellation_isNotForgotten() {
    lock.acquireNowait();
    Task<Held> waiter = begin("waiter", lock.acquire());
    start("newcomer", lock.acquire());
    waiter.cancel();
    lock.release();
    turn();
    expect("newcomer", "waiter cancelled");
  }

  @Test
  void releaseOfFreeLock_isAnError() {
    NotAcquiredException error = assertThrows(NotAcquiredException.class, lock::release);
    assertEquals(
        "Lock is not acquired: call release() once for each acquire()."
            + " AsyncLock (unlocked, 0 waiting)",
        error.getMessage());
    lock.acquireNowait();
    lock.release();
    assertThrows(NotAcquiredException.class, lock::release);
  }

  @Test
  void secondReleaseWhileOneIsBeingWoken_isAnError() {
    lock.acquireNowait();
    begin("waiter", lock.acquire());
    lock.release();
    assertThrows(NotAcquiredException.class, lock::release);
    turn();
    expect("waiter");
    assertTrue(lock.locked());
  }

  @Test
  void releaseWithoutWaiters_freesTheLock() {
    lock.acquireNowait();
    assertTrue(lock.locked());
    lock.release();
    assertFalse(lock.locked());
  }

  @Test
  void acquireNowaitOfHeldLock_isAnError() {
    lock.acquireNowait();
    assertThrows(WouldSuspendException.class, lock::acquireNowait);
  }

  @Test
  void tryWithResources_holdsTheLockForTheBlock() {
    begin("block", holdAndFail());
    expect("true", "block IllegalArgumentException");
    assertFalse(lock.locked());
  }

  @Test
  void closingTwice_releasesOnce() {
    Held held = lock.acquireNowait();
    assertEquals("Held (AsyncLock (locked, 0 waiting))", held.toString());
    held.close();
    lock.acquireNowait();
    held.close();
    assertTrue(lock.locked());
    assertEquals("Held (closed)", held.toString());
  }

  @Test
  void closingAfterRelease_isAnError() {
    Held held = lock.acquireNowait();
    lock.release();
    assertThrows(NotAcquiredException.class, held::close);
  }

  @Test
  void lockOfAnotherLoop_isRefused() {
    lock.acquireNowait();
    begin("waiter", lock.acquire());
    try (EventLoop other = EventLoop.create()) {
      Awaitable<Held> acquire = lock.acquire();
      assertThrows(WrongLoopException.class, () -> other.runUntilComplete(acquire));
    }
    assertEquals(1, lock.statistics().tasksWaiting());
  }

  @Test
  void releaseOnAForeignThread_isRefusedAndChangesNothing() throws InterruptedException {
    lock.acquireNowait();
    begin("waiter", lock.acquire());
    loop.callSoon(
        () -> {
          Thread foreign =
              new Thread(
                  () -> {
                    assertThrows(WrongLoopException.class, lock::release);
                    note("refused");
                  });
          foreign.start();
          join(foreign);
        });
    turn();
    expect("refused");
    assertEquals(new AsyncLock.Statistics(true, 1), lock.statistics());
    lock.release();
    turn();
    expect("waiter");
  }

  @Test
  void toString_tellsTheState() {
    assertEquals("AsyncLock (unlocked, 0 waiting)", lock.toString());
    lock.acquireNowait();
    begin("waiter", lock.acquire());
    assertEquals("AsyncLock (locked, 1 waiting)", lock.toString());
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  @Async
  private Coroutine<Void> holdUntil(Future<Void> gate) {
    await(lock.acquire());
    try {
      if (gate != null) {
        await(gate);
      }
    } finally {
      lock.release();
    }
    return result();
  }

  @Async
  @SuppressWarnings("try") // held is for its closing
  private Coroutine<Void> holdAndFail() {
    try (Held held = await(lock.acquire())) {
      note("" + lock.locked());
      throw new IllegalArgumentException();
    }
  }
}
