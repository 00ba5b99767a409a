package io.jasyncio.sync;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.CancelledError;
import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random operations with random cancellations, against models of a few lines: nothing is lost,
 * nothing comes twice, nobody is forgotten or overtaken. A failure names its seed.
 */
class RandomOperationsTest {

  private static final int STEPS = 300;

  static LongStream seeds() {
    return LongStream.range(0, Long.getLong("jasyncio.seeds", 50));
  }

  private final Order order = new Order();

  // Locks

  @ParameterizedTest
  @MethodSource("seeds")
  void lock_hasOneHolderAndIsGivenInOrder(long seed) {
    AsyncLock lock = new AsyncLock();
    int[] holders = new int[1];
    try (Chance chance = new Chance(seed)) {
      for (int i = 0; i < STEPS; i++) {
        switch (chance.below(4)) {
          case 0 -> chance.start(holdLock(lock, chance, holders));
          case 1 -> chance.cancelOne();
          default -> chance.turn();
        }
      }
      chance.finish();
    }
    assertEquals(new AsyncLock.Statistics(false, 0), lock.statistics());
    order.assertNobodyAsks();
  }

  @Async
  private Coroutine<Void> holdLock(AsyncLock lock, Chance chance, int[] holders) {
    order.ask();
    Held held;
    try {
      held = await(lock.acquire());
    } catch (CancelledError cancelled) {
      order.gaveUp();
      throw cancelled;
    }
    order.served();
    assertEquals(1, ++holders[0], "holders");
    try {
      while (!chance.oneIn(2)) {
        await(chance.pause());
      }
    } finally {
      holders[0]--;
      held.close();
    }
    return result();
  }

  // Semaphores

  @ParameterizedTest
  @MethodSource("seeds")
  void semaphore_hasSoManyHoldersAndIsGivenInOrder(long seed) {
    try (Chance chance = new Chance(seed)) {
      int permits = 1 + chance.below(4);
      AsyncSemaphore semaphore =
          chance.oneIn(2) ? new AsyncSemaphore(permits) : new AsyncBoundedSemaphore(permits);
      int[] free = {permits};
      for (int i = 0; i < STEPS; i++) {
        switch (chance.below(4)) {
          case 0, 1 -> chance.start(holdPermit(semaphore, chance, free));
          case 2 -> chance.cancelOne();
          default -> chance.turn();
        }
      }
      chance.finish();
      assertEquals(permits, free[0]);
      assertEquals(new AsyncSemaphore.Statistics(permits, 0), semaphore.statistics());
      order.assertNobodyAsks();
    }
  }

  @Async
  private Coroutine<Void> holdPermit(AsyncSemaphore semaphore, Chance chance, int[] free) {
    order.ask();
    Held held;
    try {
      held = await(semaphore.acquire());
    } catch (CancelledError cancelled) {
      order.gaveUp();
      throw cancelled;
    }
    order.served();
    assertTrue(--free[0] >= 0, "more holders than permits");
    try {
      while (!chance.oneIn(3)) {
        await(chance.pause());
      }
    } finally {
      free[0]++;
      held.close();
    }
    return result();
  }

  // Conditions

  @ParameterizedTest
  @MethodSource("seeds")
  void condition_losesNoNotification(long seed) {
    AsyncCondition condition = new AsyncCondition();
    int[] stock = new int[1];
    try (Chance chance = new Chance(seed)) {
      for (int i = 0; i < STEPS; i++) {
        switch (chance.below(5)) {
          case 0 -> chance.start(consume(condition, chance, stock));
          case 1 -> chance.start(deliver(condition, chance, stock));
          case 2 -> chance.cancelOne();
          default -> chance.turn();
        }
        if (i % 10 == 0) {
          chance.settle();
          assertTrue(
              stock[0] == 0 || condition.statistics().tasksWaiting() == 0,
              "a notification is lost");
        }
      }
      chance.settle();
      int waiting = condition.statistics().tasksWaiting();
      for (int i = 0; i < waiting; i++) {
        chance.start(deliver(condition, chance, stock));
      }
      chance.finish();
    }
    assertEquals(
        new AsyncCondition.Statistics(0, new AsyncLock.Statistics(false, 0)),
        condition.statistics());
  }

  @Async
  @SuppressWarnings("try") // held is for its closing
  private Coroutine<Void> consume(AsyncCondition condition, Chance chance, int[] stock) {
    try (Held held = await(condition.acquire())) {
      if (chance.oneIn(2)) {
        await(chance.pause());
      }
      while (stock[0] == 0) {
        try {
          await(condition.waitAsync());
        } finally {
          assertTrue(condition.locked(), "left the wait without the lock");
        }
      }
      stock[0]--;
    }
    return result();
  }

  @Async
  @SuppressWarnings("try") // held is for its closing
  private Coroutine<Void> deliver(AsyncCondition condition, Chance chance, int[] stock) {
    try (Held held = await(condition.acquire())) {
      await(chance.pause());
      stock[0]++;
      condition.notify(1);
    }
    return result();
  }

  // Events

  @ParameterizedTest
  @MethodSource("seeds")
  void event_wakesAllWhoWaitedWhenItWasSet(long seed) {
    AsyncEvent event = new AsyncEvent();
    try (Chance chance = new Chance(seed)) {
      for (int i = 0; i < STEPS; i++) {
        switch (chance.below(8)) {
          case 0, 1, 2 -> chance.start(event.waitAsync());
          case 3 -> chance.cancelOne();
          case 4 -> {
            event.set();
            if (chance.oneIn(2)) {
              event.clear();
            } else {
              chance.turn();
              assertEquals(0, event.statistics().tasksWaiting());
            }
          }
          case 5 -> event.clear();
          default -> chance.turn();
        }
      }
      event.set();
      chance.finish();
    }
    assertEquals(new AsyncEvent.Statistics(true, 0), event.statistics());
  }

  // Barriers

  @ParameterizedTest
  @MethodSource("seeds")
  void barrier_letsWholePartiesGo(long seed) {
    try (Chance chance = new Chance(seed)) {
      int parties = 1 + chance.below(4);
      AsyncBarrier barrier = new AsyncBarrier(parties);
      List<Integer> numbers = new ArrayList<>();
      for (int i = 0; i < STEPS; i++) {
        switch (chance.below(16)) {
          case 0, 1, 2, 3, 4, 5 -> chance.start(pass(barrier, numbers));
          case 6, 7 -> chance.cancelOne();
          case 8 -> {
            if (chance.oneIn(4)) {
              barrier.abort();
              chance.turn();
            }
            barrier.reset();
          }
          default -> chance.turn();
        }
        assertTrue(barrier.nWaiting() < parties, "full, but nobody goes");
      }
      // Within each party the numbers are 0, 1, 2... but the last, which comes first.
      int next = -1;
      for (int number : numbers) {
        if (number == parties - 1) {
          next = 0;
        } else {
          assertEquals(next++, number);
        }
      }
      chance.settle();
      assertEquals(0, barrier.statistics().tasksOutside(), "forgotten outside");
      barrier.abort();
      chance.finish();
      barrier.reset();
      assertEquals(
          new AsyncBarrier.Statistics(AsyncBarrier.State.FILLING, parties, 0, 0),
          barrier.statistics());
    }
  }

  @Async
  private Coroutine<Void> pass(AsyncBarrier barrier, List<Integer> numbers) {
    try {
      numbers.add(await(barrier.waitAsync()));
    } catch (BrokenBarrierException broken) {
      return result();
    }
    return result();
  }
}
