package io.jasyncio;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Two threads put something into the inbox of a loop that waits. */
@JCStressTest
@Outcome(id = "2, 1", expect = ACCEPTABLE, desc = "nothing is lost, and one wakes the loop up")
@State
public class InboxTwoThreads {

  private final Inbox inbox = new Inbox();
  private int first;
  private int second;

  /** The loop waits. */
  public InboxTwoThreads() {
    boolean unused = inbox.announceWait();
  }

  /** One thread. */
  @Actor
  public void one() {
    first = put();
  }

  /** Another thread. */
  @Actor
  public void other() {
    second = put();
  }

  /** How many handles have come through, and how often the loop is woken up. */
  @Arbiter
  public void count(II_Result result) {
    ReadyQueue ready = new ReadyQueue();
    inbox.drainTo(ready);
    result.r1 = ready.size();
    result.r2 = first + second;
  }

  private int put() {
    return inbox.put(new LoopHandle(null)) == Inbox.Put.WAKE_UP ? 1 : 0;
  }
}
