package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.jasyncio.annotations.Async;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** A call without a loop begins to wait for a stage as another thread completes it. */
@JCStressTest
@Outcome(id = "value!, 1", expect = ACCEPTABLE, desc = "it has gone on, once")
@State
public class EagerRunSuspends {

  private final CompletableFuture<String> stage = new CompletableFuture<>();
  private final AtomicInteger steps = new AtomicInteger();
  private CompletableFuture<String> call;

  @Async
  private CompletableFuture<String> call(CompletionStage<String> awaited) {
    String value = await(awaited);
    int unused = steps.incrementAndGet();
    return completedFuture(value + "!");
  }

  /** A thread. */
  @Actor
  public void calls() {
    call = call(stage.minimalCompletionStage());
  }

  /** Another thread. */
  @Actor
  public void completes() {
    boolean unused = stage.complete("value");
  }

  /** What the caller got, and how often the body went on. */
  @Arbiter
  public void outcome(LL_Result result) {
    result.r1 = call.getNow("still waiting");
    result.r2 = steps.get();
  }
}
