package io.jasyncio.benchmarks.hello;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.run;
import static io.jasyncio.Asyncio.sleep;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import java.time.Duration;

/** With jasyncio. */
public final class HelloJasyncio {

  private HelloJasyncio() {}

  public static void main(String[] arguments) {
    run(() -> greet());
  }

  @Async
  private static Coroutine<Void> greet() {
    await(sleep(Duration.ofMillis(1)));
    System.out.println("Hello world");
    return result();
  }
}
