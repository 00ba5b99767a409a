package io.jasyncio.examples;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.gather;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.run;
import static io.jasyncio.Asyncio.sleep;

import io.jasyncio.ContextVar;
import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import java.time.Duration;

/**
 * A context variable: every task has a value of its own, and what it calls sees that value, across
 * all awaits, without passing it on.
 *
 * <p>Python's {@code contextvars.ContextVar}.
 */
public final class RequestIds {

  private static final ContextVar<String> REQUEST = new ContextVar<>("request", "-");

  private RequestIds() {}

  static void log(String text) {
    System.out.println("[" + REQUEST.get() + "] " + text);
  }

  @Async
  static Coroutine<Void> query(String table, Duration time) {
    log("asking for " + table);
    await(sleep(time));
    log("got " + table);
    return result();
  }

  @Async
  static Coroutine<Void> handle(String request, Duration time) {
    REQUEST.set(request);
    await(query("users", time));
    await(query("orders", time));
    return result();
  }

  @Async
  static Coroutine<Void> main() {
    await(gather(handle("A", Duration.ofMillis(200)), handle("B", Duration.ofMillis(300))));
    log("both are done");
    return result();
  }

  /** Runs the example. */
  public static void main(String[] args) {
    run(() -> main());
  }
}
