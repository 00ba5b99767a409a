package io.jasyncio.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.Asyncio;
import io.jasyncio.Task;
import java.util.ArrayDeque;
import java.util.Deque;

/** The model of a fair wait: which task asks first is served first, unless it is cancelled. */
final class Order {

  private final Deque<Task<?>> asking = new ArrayDeque<>();

  void ask() {
    asking.add(Asyncio.currentTask());
  }

  void served() {
    Task<?> task = Asyncio.currentTask();
    // Those that are cancelled but did not run yet do not count.
    assertEquals(
        asking.stream()
            .filter(one -> one == task || one.cancelling() == 0)
            .findFirst()
            .orElseThrow(),
        task,
        "overtaken");
    asking.remove(task);
  }

  void gaveUp() {
    assertTrue(asking.remove(Asyncio.currentTask()), "served and cancelled");
  }

  void assertNobodyAsks() {
    assertTrue(asking.isEmpty(), "forgotten");
  }
}
