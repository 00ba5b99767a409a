package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.jasyncio.annotations.Async;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** A call without a loop is cancelled on one thread as another completes what it waits for. */
@JCStressTest
@Outcome(id = "value!, went on, ended", expect = ACCEPTABLE, desc = "the value was first")
@Outcome(
    id = "cancelled, cancelled, ended",
    expect = ACCEPTABLE,
    desc = "the cancellation was first")
@Outcome(id = "cancelled, went on, ended", expect = ACCEPTABLE, desc = "it met the call going on")
@State
public class EagerRunCancelled {

  private final CompletableFuture<String> stage = new CompletableFuture<>();
  private final StringBuffer events = new StringBuffer();
  private final CompletableFuture<String> call = call(stage);

  @Async
  private CompletableFuture<String> call(CompletionStage<String> awaited) {
    try {
      String value = await(awaited);
      events.append("went on");
      return completedFuture(value + "!");
    } catch (CancelledError cancelled) {
      events.append("cancelled");
      throw cancelled;
    } finally {
      events.append(", ended");
    }
  }

  /** A thread. */
  @Actor
  public void completes() {
    boolean unused = stage.complete("value");
  }

  /** Another thread. */
  @Actor
  public void cancels() {
    boolean unused = call.cancel(false);
  }

  /** What the caller got, and what the body did. */
  @Arbiter
  public void outcome(LL_Result result) {
    try {
      result.r1 = call.getNow("still waiting");
    } catch (CancellationException cancelled) {
      result.r1 = "cancelled";
    }
    result.r2 = events.toString();
  }
}
