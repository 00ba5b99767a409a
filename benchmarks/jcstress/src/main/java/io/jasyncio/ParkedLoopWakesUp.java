package io.jasyncio;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Signal;
import org.openjdk.jcstress.annotations.State;

/** A thread waits without end and is woken up, before, while or after it goes to sleep. */
@JCStressTest(Mode.Termination)
@Outcome(id = "TERMINATED", expect = Expect.ACCEPTABLE, desc = "it is awake")
@Outcome(id = "STALE", expect = Expect.FORBIDDEN, desc = "it sleeps for ever")
@State
public class ParkedLoopWakesUp {

  private final Poller poller = new ParkPoller();

  /** The loop's thread. */
  @Actor
  public void loop() {
    poller.poll(Poller.FOREVER);
  }

  /** Another thread. */
  @Signal
  public void other() {
    poller.wakeup();
  }
}
