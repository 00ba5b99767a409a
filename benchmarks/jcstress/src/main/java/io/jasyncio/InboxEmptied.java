package io.jasyncio;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IZ_Result;

/** A handle comes into the inbox as the loop ends its wait, for a timer say, and empties it. */
@JCStressTest
@Outcome(id = "1, true", expect = ACCEPTABLE, desc = "the loop was still waiting")
@Outcome(id = "1, false", expect = ACCEPTABLE, desc = "the loop has stopped waiting")
@State
public class InboxEmptied {

  private final Inbox inbox = new Inbox();
  private final ReadyQueue ready = new ReadyQueue();

  /** The loop waits. */
  public InboxEmptied() {
    boolean unused = inbox.announceWait();
  }

  /** The loop. */
  @Actor
  public void loop() {
    inbox.drainTo(ready);
  }

  /** Another thread. */
  @Actor
  public void other(IZ_Result result) {
    result.r2 = inbox.put(new LoopHandle(null)) == Inbox.Put.WAKE_UP;
  }

  /** How many handles have come through. */
  @Arbiter
  public void count(IZ_Result result) {
    inbox.drainTo(ready);
    result.r1 = ready.size();
  }
}
