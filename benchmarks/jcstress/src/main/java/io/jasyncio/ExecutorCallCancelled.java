package io.jasyncio;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** A blocking call is cancelled as an executor's thread begins it. */
@JCStressTest
@Outcome(id = "null, cancelled", expect = ACCEPTABLE, desc = "the call is left out")
@Outcome(
    id = "called, cancelled",
    expect = ACCEPTABLE,
    desc = "it has begun, its outcome is dropped")
@Outcome(id = "null, value", expect = FORBIDDEN, desc = "an outcome without a call")
@State
public class ExecutorCallCancelled {

  private final EventLoop loop = EventLoop.create();

  /** Its callable notes that it was called. */
  private final class Call {
    private volatile String called;
    private final ExecutorCall<String> future =
        new ExecutorCall<>(
            loop,
            () -> {
              called = "called";
              return "value";
            });
  }

  private final Call call = new Call();

  /** Cancels, and runs what has come from the executor meanwhile. */
  @Actor
  public void loop(LL_Result result) {
    boolean unused = call.future.cancel();
    try {
      result.r2 = loop.runUntilComplete(call.future);
    } catch (CancelledError cancelled) {
      result.r2 = "cancelled";
    }
    loop.stop();
    loop.runForever();
  }

  /** The executor's thread. */
  @Actor
  public void executor(LL_Result result) {
    call.future.run();
    result.r1 = call.called;
  }
}
