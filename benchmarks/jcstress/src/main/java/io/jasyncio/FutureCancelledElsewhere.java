package io.jasyncio;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** The view of a loop's future is cancelled on another thread as the loop sets the result. */
@JCStressTest
@Outcome(id = "value, value", expect = ACCEPTABLE, desc = "the result was first")
@Outcome(id = "cancelled, cancelled", expect = ACCEPTABLE, desc = "the cancellation was first")
@Outcome(id = "value, cancelled", expect = ACCEPTABLE, desc = "it crossed the result on its way")
@State
public class FutureCancelledElsewhere {

  private final EventLoop loop = EventLoop.create();
  private final Future<String> future = loop.createFuture();
  private final CompletableFuture<String> view = future.toCompletableFuture();

  /** Completes the future, unless it is cancelled before. */
  @Actor
  public void loop(LL_Result result) {
    Handle unused =
        loop.callSoon(
            () -> {
              if (!future.done()) {
                future.setResult("value");
              }
            });
    try {
      result.r1 = loop.runUntilComplete(future);
    } catch (CancelledError cancelled) {
      result.r1 = "cancelled";
    }
    loop.stop();
    loop.runForever();
    loop.close();
  }

  /** Another thread. */
  @Actor
  public void other(LL_Result result) {
    boolean unused = view.cancel(false);
    try {
      result.r2 = view.join();
    } catch (CancellationException cancelled) {
      result.r2 = "cancelled";
    }
  }
}
