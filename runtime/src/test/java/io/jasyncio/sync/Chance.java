package io.jasyncio.sync;

import static io.jasyncio.Asyncio.sleep;

import io.jasyncio.Coroutine;
import io.jasyncio.EventLoop;
import io.jasyncio.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Random operations in a loop: tasks begin, are cancelled and go on by chance, all of it decided by
 * a seed.
 */
final class Chance implements AutoCloseable {

  /** More than any trial needs; one that takes more has forgotten a waiter. */
  private static final int MOST_TURNS = 1000;

  /** After so many all who can go on have done so. */
  private static final int ENOUGH_TURNS = 100;

  private final EventLoop loop = EventLoop.create();
  private final Random random;
  private final List<Task<?>> tasks = new ArrayList<>();

  Chance(long seed) {
    random = new Random(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean oneIn(int n) {
    return below(n) == 0;
  }

  /** Gives way for one turn. */
  Coroutine<Void> pause() {
    return sleep(Duration.ZERO);
  }

  void start(Coroutine<?> coroutine) {
    tasks.add(loop.createTask(coroutine));
  }

  void turn() {
    loop.stop();
    loop.runForever();
  }

  /** Cancels a task that is not done; it may wait, be woken, or not have begun. */
  void cancelOne() {
    List<Task<?>> alive = List.copyOf(loop.allTasks());
    if (!alive.isEmpty()) {
      alive.get(below(alive.size())).cancel();
    }
  }

  /** Runs until all that can go on has done so. */
  void settle() {
    for (int turns = 0; turns < ENOUGH_TURNS; turns++) {
      turn();
    }
  }

  /** Runs until all tasks are done. */
  void finish() {
    for (int turns = 0; !loop.allTasks().isEmpty(); turns++) {
      if (turns == MOST_TURNS) {
        assertNoneFailed();
        throw new AssertionError("forgotten: " + loop.allTasks());
      }
      turn();
    }
    assertNoneFailed();
  }

  private void assertNoneFailed() {
    for (Task<?> task : tasks) {
      if (task.done() && !task.cancelled() && task.exception() != null) {
        throw new AssertionError("a task failed", task.exception());
      }
    }
  }

  @Override
  public void close() {
    for (Task<?> task : tasks) {
      task.cancel();
    }
    turn();
    loop.close();
  }
}
