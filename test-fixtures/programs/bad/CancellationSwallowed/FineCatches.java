import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import java.time.Duration;
import io.jasyncio.CancelledError;
import java.util.List;
import java.util.concurrent.CompletableFuture;

final class FineCatches {
  private int failures;

  @Async
  Coroutine<String> exceptions(Coroutine<String> page) {
    try {
      return result(await(page));
    } catch (Exception e) {
      return result(e.getMessage());
    }
  }

  @Async
  Coroutine<String> thrownAgain(Coroutine<String> page) {
    try {
      return result(await(page));
    } catch (Throwable e) {
      failures++;
      throw e;
    }
  }

  @Async
  Coroutine<String> cancellationFirst(Coroutine<String> page) {
    try {
      return result(await(page));
    } catch (CancelledError e) {
      throw e;
    } catch (Throwable e) {
      return result(e.getMessage());
    }
  }

  @Async
  Coroutine<String> cancellationMeant(Coroutine<String> page) {
    try {
      return result(await(page));
    } catch (CancelledError e) {
      return result("cancelled");
    }
  }

  @Async
  Coroutine<String> keptForLater(Coroutine<String> page) throws Throwable {
    Throwable failure = null;
    try {
      return result(await(page));
    } catch (Throwable e) {
      failure = e;
    }
    failures++;
    throw failure;
  }

  @Async
  Coroutine<Void> handedOn(Coroutine<String> page, CompletableFuture<String> promise) {
    try {
      promise.complete(await(page));
    } catch (Throwable e) {
      promise.completeExceptionally(e);
    }
    return result();
  }

  @Async
  Coroutine<Void> firstIsKept(Coroutine<Void> first, Coroutine<Void> second) throws Throwable {
    Throwable thrown = null;
    for (Coroutine<Void> step : List.of(first, second)) {
      try {
        await(step);
      } catch (Throwable e) {
        thrown = thrown == null ? e : thrown;
      }
    }
    if (thrown != null) {
      throw thrown;
    }
    return result();
  }

  record Outcome(String value, Throwable failure) {}

  @Async
  Coroutine<Outcome> keptInAnObject(Coroutine<String> page) {
    try {
      return result(new Outcome(await(page), null));
    } catch (Throwable e) {
      return result(new Outcome(null, e));
    }
  }

  @Async
  Coroutine<Integer> noAwaitInside(String text) {
    await(sleep(Duration.ZERO));
    try {
      return result(Integer.valueOf(text));
    } catch (Throwable e) {
      return result(failures);
    }
  }

  int plain(String text) {
    try {
      return Integer.parseInt(text);
    } catch (Throwable e) {
      return 0;
    }
  }

  @SuppressWarnings("CancellationSwallowed")
  @Async
  Coroutine<String> meant(Coroutine<String> page) {
    try {
      return result(await(page));
    } catch (Throwable e) {
      return result("");
    }
  }
}
