package io.jasyncio.examples;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.run;
import static io.jasyncio.Asyncio.sleep;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import java.time.Duration;

/**
 * The first program: a method that waits without blocking its thread.
 *
 * <p>Python's:
 *
 * <pre>{@code
 * async def main():
 *     print("Hello ...")
 *     await asyncio.sleep(0.1)
 *     print("... world!")
 *
 * asyncio.run(main())
 * }</pre>
 */
public final class HelloWorld {

  private HelloWorld() {}

  @Async
  static Coroutine<Void> main() {
    System.out.println("Hello ...");
    await(sleep(Duration.ofMillis(100)));
    System.out.println("... world!");
    return result();
  }

  /** Runs the example. */
  public static void main(String[] args) {
    run(() -> main());
  }
}
