package io.jasyncio;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** A loop waits for a blocking call that ends on an executor's thread. */
@JCStressTest
@Outcome(id = "written, value", expect = ACCEPTABLE, desc = "the loop sees all that the call did")
@State
public class ExecutorCallEnds {

  private final EventLoop loop = EventLoop.create();
  private String written;
  private final ExecutorCall<String> call = new ExecutorCall<>(loop, this::call);

  private String call() {
    written = "written";
    return "value";
  }

  /** Where the end of the call is lost this waits for ever. */
  @Actor
  public void loop(LL_Result result) {
    result.r2 = loop.runUntilComplete(call);
    result.r1 = written;
    loop.close();
  }

  /** The executor's thread. */
  @Actor
  public void executor() {
    call.run();
  }
}
