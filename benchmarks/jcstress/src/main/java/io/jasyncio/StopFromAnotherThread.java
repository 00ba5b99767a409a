package io.jasyncio;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Signal;
import org.openjdk.jcstress.annotations.State;

/** A loop that has nothing to do is stopped by another thread. */
@JCStressTest(Mode.Termination)
@Outcome(id = "TERMINATED", expect = Expect.ACCEPTABLE, desc = "it has ended")
@Outcome(id = "STALE", expect = Expect.FORBIDDEN, desc = "it waits for ever")
@State
public class StopFromAnotherThread {

  private final EventLoop loop = EventLoop.create();

  /** The loop's thread. */
  @Actor
  public void loop() {
    loop.runForever();
  }

  /** Another thread. */
  @Signal
  public void other() {
    Handle unused = loop.callSoonThreadsafe(loop::stop);
  }
}
