package io.jasyncio;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** A handle comes into the inbox as the loop is about to wait. */
@JCStressTest
@Outcome(id = "true, true", expect = ACCEPTABLE, desc = "the loop waits and is woken up")
@Outcome(id = "false, false", expect = ACCEPTABLE, desc = "the loop does not wait")
@Outcome(id = "true, false", expect = FORBIDDEN, desc = "the wake-up is lost")
@Outcome(id = "false, true", expect = FORBIDDEN, desc = "a wake-up for nothing")
@State
public class InboxWakeUp {

  private final Inbox inbox = new Inbox();

  /** The loop. */
  @Actor
  public void loop(ZZ_Result result) {
    result.r1 = inbox.announceWait();
  }

  /** Another thread. */
  @Actor
  public void other(ZZ_Result result) {
    result.r2 = inbox.put(new LoopHandle(null)) == Inbox.Put.WAKE_UP;
  }
}
