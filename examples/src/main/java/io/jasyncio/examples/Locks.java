package io.jasyncio.examples;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.gather;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.run;
import static io.jasyncio.Asyncio.sleep;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.sync.AsyncCondition;
import io.jasyncio.sync.AsyncLock;
import io.jasyncio.sync.AsyncSemaphore;
import java.time.Duration;

/**
 * What tasks share and must not touch at the same time: a lock lets one in, a semaphore some, and
 * under a condition a task waits for what another one does. What is held is released at the end of
 * the block, however that ends; those who wait come in the order in which they asked.
 *
 * <p>Between two awaits no other task runs, so only what goes on across an await needs a lock.
 *
 * <p>Python's {@code async with lock}, {@code async with semaphore} and {@code
 * condition.wait_for()}.
 */
@SuppressWarnings("try") // what is held is to be closed, there is nothing else to do with it
public final class Locks {

  private final AsyncLock pen = new AsyncLock();
  private final AsyncSemaphore chairs = new AsyncSemaphore(2);
  private final AsyncCondition kitchen = new AsyncCondition();
  private int loaves;

  @Async
  Coroutine<Void> sign(String name) {
    try (var held = await(pen.acquire())) {
      System.out.println(name + " has the pen");
      await(sleep(Duration.ofMillis(10)));
      System.out.println(name + " has signed");
    }
    return result();
  }

  @Async
  Coroutine<Void> sit(String name) {
    if (chairs.locked()) {
      System.out.println(name + " waits for a chair");
    }
    try (var held = await(chairs.acquire())) {
      System.out.println(name + " sits");
      await(sleep(Duration.ofMillis(10)));
    }
    return result();
  }

  @Async
  Coroutine<Void> eat(int wanted) {
    try (var held = await(kitchen.acquire())) {
      await(kitchen.waitFor(() -> loaves >= wanted));
      loaves -= wanted;
      System.out.println("eaten: " + wanted + ", left: " + loaves);
    }
    return result();
  }

  @Async
  Coroutine<Void> bake() {
    for (int batch = 1; batch <= 2; batch++) {
      await(sleep(Duration.ofMillis(10)));
      try (var held = await(kitchen.acquire())) {
        loaves += 2;
        System.out.println("baked: 2");
        kitchen.notifyAllWaiters();
      }
    }
    return result();
  }

  @Async
  Coroutine<Void> main() {
    await(gather(sign("Ada"), sign("Bo")));
    await(gather(sit("Ada"), sit("Bo"), sit("Cy")));
    await(gather(eat(3), eat(1), bake()));
    return result();
  }

  /** Runs the example. */
  public static void main(String[] args) {
    run(() -> new Locks().main());
  }
}
