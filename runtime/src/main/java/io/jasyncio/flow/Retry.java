package io.jasyncio.flow;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;

import io.jasyncio.AsyncCallable;
import io.jasyncio.CancelledError;
import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.internal.Sneaky;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** {@link Structured#retry}. */
final class Retry {

  private Retry() {}

  @Async
  static <T> Coroutine<T> run(RetryPolicy policy, AsyncCallable<T> attempt) {
    List<Throwable> failures = new ArrayList<>();
    while (true) {
      try {
        return result(await(attempt.call()));
      } catch (CancelledError cancelled) {
        throw cancelled;
      } catch (Throwable failure) {
        if (failures.size() + 1 >= policy.maximumAttempts() || !policy.retryOn().test(failure)) {
          throw last(failure, failures);
        }
        failures.add(failure);
      }
      double chance = ThreadLocalRandom.current().nextDouble();
      await(sleep(policy.delayAfter(failures.size(), chance)));
    }
  }

  private static RuntimeException last(Throwable failure, List<Throwable> earlier) {
    for (Throwable each : earlier) {
      // An attempt may fail with the same object each time.
      if (each != failure) {
        failure.addSuppressed(each);
      }
    }
    return Sneaky.raise(failure);
  }
}
