package io.jasyncio.sync;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.AsyncLifoQueue;
import io.jasyncio.AsyncPriorityQueue;
import io.jasyncio.AsyncQueue;
import io.jasyncio.CancelledError;
import io.jasyncio.Coroutine;
import io.jasyncio.QueueEmptyException;
import io.jasyncio.QueueFullException;
import io.jasyncio.QueueShutDownException;
import io.jasyncio.annotations.Async;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random puts and gets with random cancellations, against a plain list: each item comes out once
 * and when it is its turn, and nobody is forgotten or overtaken. A failure names its seed.
 */
class RandomQueueTest {

  private static final int STEPS = 300;

  private enum Kind {
    FIFO,
    LIFO,
    PRIORITY
  }

  static LongStream seeds() {
    return LongStream.range(0, Long.getLong("jasyncio.seeds", 50));
  }

  private final Order puts = new Order();
  private final Order gets = new Order();

  /** What was put in and not taken, in order. */
  private final List<Integer> model = new ArrayList<>();

  private Kind kind;

  private int numbers;
  private int putIn;
  private AsyncQueue<Integer> queue;

  @ParameterizedTest
  @MethodSource("seeds")
  void putAndGet_areInOrder(long seed) {
    try (Chance chance = new Chance(seed)) {
      open(chance);
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
      open(chance);
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
      open(chance);
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

  @ParameterizedTest
  @MethodSource("seeds")
  void immediateShutdown_endsAllAndLeavesNothing(long seed) {
    try (Chance chance = new Chance(seed)) {
      open(chance);
      for (int i = 0; i < STEPS; i++) {
        switch (chance.below(6)) {
          case 0 -> chance.start(ending(put()));
          case 1 -> chance.start(ending(get()));
          case 2 -> chance.cancelOne();
          case 3 -> chance.start(ending(queue.join()));
          default -> chance.turn();
        }
        if (i == STEPS / 2) {
          queue.shutdown(true);
          model.clear();
        }
      }
      assertTrue(queue.empty());
      while (queue.statistics().unfinishedTasks() > 0) {
        queue.taskDone();
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

  private void open(Chance chance) {
    int maxsize = chance.below(4);
    kind = Kind.values()[chance.below(3)];
    queue =
        switch (kind) {
          case FIFO -> new AsyncQueue<>(maxsize);
          case LIFO -> new AsyncLifoQueue<>(maxsize);
          case PRIORITY -> new AsyncPriorityQueue<>(maxsize);
        };
  }

  // What the queue does between two awaits it does in one go: so does the model.

  private void modelPut(int item) {
    model.add(item);
    putIn++;
  }

  private void modelGet(int item) {
    int expected =
        switch (kind) {
          case FIFO -> model.get(0);
          case LIFO -> model.get(model.size() - 1);
          case PRIORITY -> Collections.min(model);
        };
    assertEquals(expected, item, "lost, twice, or out of order");
    model.remove((Integer) item);
  }

  /** Another number each time, not in their order. */
  private int number() {
    return Integer.reverse(++numbers);
  }

  private void putNowait() {
    int item = number();
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
    int item = number();
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
