package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.emit;
import static io.jasyncio.Asyncio.gather;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;
import static io.jasyncio.Asyncio.toThread;

import io.jasyncio.annotations.Async;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A program that {@link UnloadingTest} loads, runs and drops. */
public final class UnloadedProgram {
  private static final ContextVar<Object> HERE = new ContextVar<>("here");

  private UnloadedProgram() {}

  /** Runs one of the stories below on a loop of its own. */
  public static String main(String story) {
    try {
      return Asyncio.run(
          () ->
              switch (story) {
                case "run" -> run();
                case "leaveTasks" -> leaveTasks();
                default -> fail();
              });
    } catch (IllegalStateException e) {
      return e.getMessage();
    }
  }

  @Async
  private static Coroutine<String> run() {
    HERE.set(new UnloadedProgram());
    int sum = 0;
    for (int value : numbers()) {
      sum += value;
    }
    sum += await(toThread(() -> HERE.get().hashCode() & 1));
    sum += await(eager(sum));
    await(gather(sleep(Duration.ofMillis(1)), sleep(Duration.ofMillis(2), sum)));
    return result("ended run");
  }

  @Async
  private static AsyncGenerator<Integer> numbers() {
    for (int i = 0; i < 3; i++) {
      await(sleep(Duration.ZERO));
      emit(i);
    }
    return Asyncio.done();
  }

  @Async
  private static CompletableFuture<Integer> eager(int value) {
    await(sleep(Duration.ofMillis(1)));
    return CompletableFuture.completedFuture(value);
  }

  @Async
  private static Coroutine<String> leaveTasks() {
    Task<Void> left = createTask(sleep(Duration.ofHours(1)));
    Asyncio.getRunningLoop().callLater(Duration.ofHours(1), () -> HERE.set(left));
    return result("ended leaveTasks");
  }

  @Async
  private static Coroutine<String> fail() {
    Task<Void> failing = createTask(failLater());
    await(failing);
    return result("did not fail");
  }

  @Async
  private static Coroutine<Void> failLater() {
    await(sleep(Duration.ofMillis(1)));
    throw new IllegalStateException("ended fail");
  }
}
