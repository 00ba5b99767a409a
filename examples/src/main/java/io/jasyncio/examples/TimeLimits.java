package io.jasyncio.examples;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.getRunningLoop;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.run;
import static io.jasyncio.Asyncio.sleep;
import static io.jasyncio.Asyncio.timeout;
import static io.jasyncio.Asyncio.waitFor;

import io.jasyncio.AsyncTimeoutException;
import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import java.time.Duration;
import java.util.List;

/**
 * A limit for one wait, a limit for a whole block, and a limit that is moved while there is
 * progress. What takes too long is cancelled, and tidies up before the block is left.
 *
 * <p>Python's {@code asyncio.wait_for()}, {@code asyncio.timeout()} and {@code
 * Timeout.reschedule()}.
 */
public final class TimeLimits {

  private static final Duration PATIENCE = Duration.ofMillis(200);
  private static final Duration QUICK = Duration.ofMillis(10);
  private static final Duration SLOW = Duration.ofHours(1);

  private TimeLimits() {}

  @Async
  static Coroutine<String> ask(String whom, Duration time) {
    try {
      await(sleep(time));
      return result(whom + " says yes");
    } finally {
      System.out.println("hung up on " + whom);
    }
  }

  @Async
  static Coroutine<Void> askOne() {
    System.out.println(await(waitFor(ask("Ada", QUICK), PATIENCE)));
    try {
      System.out.println(await(waitFor(ask("Bo", SLOW), PATIENCE)));
    } catch (AsyncTimeoutException tooSlow) {
      System.out.println("Bo " + tooSlow.getMessage());
    }
    return result();
  }

  @Async
  @SuppressWarnings("try") // the limit is there to be closed
  static Coroutine<Void> askAll() {
    try (var limit = timeout(PATIENCE)) {
      System.out.println(await(ask("Cy", QUICK)));
      System.out.println(await(ask("Di", SLOW)));
      System.out.println(await(ask("Ed", QUICK)));
    } catch (AsyncTimeoutException tooSlow) {
      System.out.println("not all have answered");
    }
    return result();
  }

  @Async
  static Coroutine<Void> download() {
    int parts = 0;
    try (var stalled = timeout(PATIENCE)) {
      for (Duration time : List.of(QUICK, QUICK, QUICK, SLOW)) {
        await(sleep(time));
        parts++;
        stalled.reschedule(getRunningLoop().time() + PATIENCE.toNanos());
      }
    } catch (AsyncTimeoutException tooSlow) {
      System.out.println("the download has stalled after " + parts + " parts");
    }
    return result();
  }

  @Async
  static Coroutine<Void> main() {
    await(askOne());
    await(askAll());
    await(download());
    return result();
  }

  /** Runs the example. */
  public static void main(String[] args) {
    run(() -> main());
  }
}
