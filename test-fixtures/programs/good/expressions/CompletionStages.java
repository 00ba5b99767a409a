package expressions;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Awaiting what java.util.concurrent gives: done, failed, and in expressions. */
public class CompletionStages {
  static CompletableFuture<String> stage(String v) {
    return CompletableFuture.completedFuture(v);
  }

  @Async
  static Coroutine<String> failing(Trace t, Throwable failure) {
    try {
      t.log("left", t.note("operand", 1) + await(CompletableFuture.<Integer>failedFuture(failure)));
      return result("not reached");
    } catch (IllegalStateException e) {
      return result("caught " + e.getMessage());
    } finally {
      await(stage("in finally"));
    }
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    t.log(await(stage("a")) + await(stage("b")).length());
    CompletionStage<Integer> five = CompletableFuture.completedStage(5);
    int six = await(five) + await(five.thenApply(v -> v - 4));
    t.log(six);
    CompletableFuture<Long> future = new CompletableFuture<>();
    future.complete(7L);
    long[] a = {1};
    a[await(stage("")).length()] += await(future);
    t.log(a);
    t.log(await(failing(t, new IllegalStateException("state"))));
    try {
      await(failing(t, new IllegalArgumentException("argument")));
    } catch (IllegalArgumentException e) {
      t.log(e);
    }
    await(CompletableFuture.runAsync(() -> {}));
    return result();
  }
}
