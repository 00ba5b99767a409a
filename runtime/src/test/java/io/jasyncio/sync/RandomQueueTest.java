package io.jasyncio.sync;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.AsyncQueue;
import io.jasyncio.CancelledError;
import io.jasyncio.Coroutine;
import io.jasyncio.QueueEmptyException;
import io.jasyncio.QueueFullException;
import io.jasyncio.QueueShutDownException;
import io.jasyncio.annotations.Async;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random puts and gets with random cancellations, against a plain deque: each item comes out once
 * and in order, and nobody is forgotten or overtaken. A failure names its seed.
 */
class RandomQueueTest {

  private static final int STEPS = 300;

  static LongStream seeds() {
    return LongStream.range(0, Long.getLong("jasyncio.seeds", 50));
  }

  private final Order puts = new Order();
  private final Order gets = new Order();

  /** What was put in and not taken, in order. */
  private final Deque<Integer> model = new ArrayDeque<>();

  private int numbers;
  private int putIn;
  private AsyncQueue<Integer> queue;

  @ParameterizedTest
  @MethodSource("seeds")
  void putAndGet_areInOrder(long seed) {
    try (Chance chance = new Chance(seed)) {
      queue = new AsyncQueue<>(chance.below(4));
      for (int i = 0; i < STEPS; i++) {
        switch (chance.below(5)) {
          case 0 -> chance.start(putInOrder());
          case 1 -> chance.start(getInOrder());
          case 2 -> chance.cancelOne();
          default -> chance.turn();
        }
      }
      end(chance);
      puts.assertNobodyAsks();
      gets.assertNobodyAsks();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nowaitInBetween_losesNothing(long seed) {
    try (Chance chance = new Chance(seed)) {
      queue = new AsyncQueue<>(chance.below(4));
      for (int i = 0; i < STEPS; i++) {
        switch (chance.below(8)) {
          case 0 -> chance.start(put());
          case 1 -> chance.start(get());
          case 2 -> chance.cancelOne();
          case 3 -> putNowait();
          case 4 -> getNowait();
          default -> chance.turn();
        }
      }
      end(chance);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void shutdown_endsAllAndLosesNothing(long seed) {
    try (Chance chance = new Chance(seed)) {
      queue = new AsyncQueue<>(chance.below(4));
      for (int i = 0; i < STEPS; i++) {
        switch (chance.below(5)) {
          case 0 -> chance.start(ending(put()));
          case 1 -> chance.start(ending(get()));
          case 2 -> chance.cancelOne();
          default -> chance.turn();
        }
        if (i == STEPS / 2) {
          queue.shutdown();
        }
      }
      while (!queue.empty()) {
        getNowait();
      }
      chance.finish();
      assertTrue(model.isEmpty(), "an item is lost");
    }
  }

  /** Nobody waits for what is there; whoever still waits can be served. */
  private void end(Chance chance) {
    chance.settle();
    AsyncQueue.Statistics end = queue.statistics();
    assertTrue(end.tasksGetting() == 0 || end.qsize() == 0, "a getter is forgotten");
    assertTrue(end.tasksPutting() == 0 || end.qsize() == end.maxsize(), "a putter is forgotten");
    while (queue.statistics().tasksGetting() > 0) {
      putNowait();
      chance.turn();
    }
    while (!queue.empty()) {
      getNowait();
      chance.turn();
    }
    chance.finish();
    assertTrue(model.isEmpty(), "an item is lost");
    assertEquals(putIn, queue.statistics().unfinishedTasks());
  }

  // What the queue does between two awaits it does in one go: so does the model.

  private void modelPut(int item) {
    model.add(item);
    putIn++;
  }

  private void modelGet(int item) {
    assertEquals(model.poll(), item, "lost, twice, or out of order");
  }

  private void putNowait() {
    int item = numbers++;
    try {
      queue.putNowait(item);
    } catch (QueueFullException full) {
      assertEquals(queue.maxsize(), model.size());
      return;
    }
    modelPut(item);
  }

  private void getNowait() {
    int item;
    try {
      item = queue.getNowait();
    } catch (QueueEmptyException empty) {
      assertTrue(model.isEmpty());
      return;
    }
    modelGet(item);
  }

  @Async
  private Coroutine<Void> put() {
    int item = numbers++;
    await(queue.put(item));
    modelPut(item);
    return result();
  }

  @Async
  private Coroutine<Void> get() {
    modelGet(await(queue.get()));
    return result();
  }

  @Async
  private Coroutine<Void> putInOrder() {
    puts.ask();
    try {
      await(put());
    } catch (CancelledError cancelled) {
      puts.gaveUp();
      throw cancelled;
    }
    puts.served();
    return result();
  }

  @Async
  private Coroutine<Void> getInOrder() {
    gets.ask();
    try {
      await(get());
    } catch (CancelledError cancelled) {
      gets.gaveUp();
      throw cancelled;
    }
    gets.served();
    return result();
  }

  @Async
  private Coroutine<Void> ending(Coroutine<Void> operation) {
    try {
      await(operation);
    } catch (QueueShutDownException end) {
      assertTrue(queue.statistics().shutDown());
    }
    return result();
  }
}
