package io.jasyncio.examples;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.run;
import static io.jasyncio.Asyncio.sleep;

import io.jasyncio.Coroutine;
import io.jasyncio.Task;
import io.jasyncio.annotations.Async;
import java.time.Duration;

/**
 * Two tasks side by side: together they take as long as the longer one.
 *
 * <p>Python's {@code task = asyncio.create_task(cook(...))}, then {@code await task}. An await
 * alone, {@code await(cook(...))}, would run one after the other.
 */
public final class TwoTasks {

  private TwoTasks() {}

  @Async
  static Coroutine<String> cook(String dish, Duration time) {
    System.out.println(dish + ": on the stove");
    await(sleep(time));
    System.out.println(dish + ": done");
    return result(dish);
  }

  @Async
  static Coroutine<Void> main() {
    Task<String> pasta = createTask(cook("pasta", Duration.ofMillis(200)));
    Task<String> sauce = createTask(cook("sauce", Duration.ofMillis(100)));
    System.out.println("laying the table");
    System.out.println("dinner is served: " + await(pasta) + " with " + await(sauce));
    return result();
  }

  /** Runs the example. */
  public static void main(String[] args) {
    run(() -> main());
  }
}
