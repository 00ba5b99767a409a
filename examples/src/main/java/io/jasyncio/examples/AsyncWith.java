package io.jasyncio.examples;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.run;
import static io.jasyncio.Asyncio.sleep;

import io.jasyncio.AsyncCloseable;
import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import java.time.Duration;

/**
 * A resource whose closing waits: try-with-resources over one is Python's {@code async with}. Here
 * it commits a transaction, or rolls it back if the block has failed.
 */
public final class AsyncWith {

  private AsyncWith() {}

  private record Transaction(String name) implements AsyncCloseable {

    void write(String row) {
      System.out.println(name + " writes " + row);
    }

    @Override
    @Async
    public Coroutine<Void> aclose() {
      await(sleep(Duration.ofMillis(10)));
      System.out.println(name + " is committed");
      return result();
    }

    @Override
    @Async
    public Coroutine<Void> aclose(Throwable failure) {
      await(sleep(Duration.ofMillis(10)));
      System.out.println(name + " is rolled back: " + failure.getMessage());
      return result();
    }
  }

  @Async
  private static Coroutine<Void> store(String name, int amount) {
    try (Transaction transaction = new Transaction(name)) {
      transaction.write("amount " + amount);
      if (amount < 0) {
        throw new IllegalArgumentException("negative amount");
      }
    }
    System.out.println(name + " is done");
    return result();
  }

  @Async
  private static Coroutine<Void> main() {
    await(store("first", 10));
    try {
      await(store("second", -1));
    } catch (IllegalArgumentException e) {
      System.out.println("refused: " + e.getMessage());
    }
    return result();
  }

  /** Runs the example. */
  public static void main(String[] args) {
    run(() -> main());
  }
}
