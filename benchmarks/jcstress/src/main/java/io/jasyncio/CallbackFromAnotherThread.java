package io.jasyncio;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** A thread hands callbacks to a loop that runs, or is about to, and stops it. */
@JCStressTest
@Outcome(id = "1, 2, 3", expect = ACCEPTABLE, desc = "in order, and with what was written before")
@State
public class CallbackFromAnotherThread {

  private final EventLoop loop = EventLoop.create();
  private int written;
  private int calls;

  /** Runs until it is stopped: where a wake-up is lost, for ever. */
  @Actor
  public void loop(III_Result result) {
    loop.runForever();
    result.r3 = ++calls;
    loop.close();
  }

  /** Another thread. */
  @Actor
  public void other(III_Result result) {
    written = 1;
    Handle unused =
        loop.callSoonThreadsafe(
            () -> {
              result.r1 = written;
              calls++;
            });
    unused =
        loop.callSoonThreadsafe(
            () -> {
              result.r2 = ++calls;
              loop.stop();
            });
  }
}
