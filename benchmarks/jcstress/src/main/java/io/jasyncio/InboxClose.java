package io.jasyncio;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** A callback is handed to a loop that is being closed. */
@JCStressTest
@Outcome(id = "accepted, closed", expect = ACCEPTABLE, desc = "it was in time, and is dropped")
@Outcome(id = "refused, closed", expect = ACCEPTABLE, desc = "it was too late, and is told so")
@State
public class InboxClose {

  private final EventLoop loop = EventLoop.create();

  /** Another thread. */
  @Actor
  public void other(LL_Result result) {
    try {
      Handle unused = loop.callSoonThreadsafe(() -> {});
      result.r1 = "accepted";
    } catch (IllegalStateException closed) {
      result.r1 = "refused";
    }
  }

  /** Who closes the loop. */
  @Actor
  public void close(LL_Result result) {
    loop.close();
    result.r2 = loop.isClosed() ? "closed" : "open";
  }
}
