package io.jasyncio;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import java.util.concurrent.CompletableFuture;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** A loop waits for a completion stage that another thread completes, before or meanwhile. */
@JCStressTest
@Outcome(id = "value", expect = ACCEPTABLE, desc = "it gets the value, once")
@State
public class FutureCompletedElsewhere {

  private final EventLoop loop = EventLoop.create();
  private final CompletableFuture<String> stage = new CompletableFuture<>();

  /** Where the completion is lost this waits for ever. */
  @Actor
  public void loop(L_Result result) {
    result.r1 = loop.runUntilComplete(StageFuture.of(stage, loop));
    loop.close();
  }

  /** Another thread. */
  @Actor
  public void other() {
    boolean unused = stage.complete("value");
  }
}
