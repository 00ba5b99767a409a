package io.jasyncio.internal;

import io.jasyncio.EventLoop;
import io.jasyncio.WrongLoopException;

/**
 * Which loop something belongs to that is for one loop only, as a lock or a queue.
 *
 * <p>It belongs to the loop in which it was made or used last, until a task has waited for it: from
 * then on it stays with that task's loop. So a queue may be filled before its loop runs, and two
 * programs that run one after the other may share a lock for which nobody waits, as in Python. But
 * use on a thread beside the loop's is found at once, even if nobody waits.
 */
public final class LoopBinding {

  /** How firm the bond is. */
  private enum Bond {
    /** It was made in the loop, if in any; another loop may take it. */
    MADE,
    /** It was used in the loop; another loop may take it when that one does not run any more. */
    USED,
    /** A task of the loop has waited for it. */
    WAITED_FOR
  }

  private LoopThread loop = CurrentLoop.runningThread();
  private Bond bond = Bond.MADE;

  /**
   * Notes a use that does not wait.
   *
   * @param what is used, for the exception
   * @throws WrongLoopException if its loop runs on another thread
   */
  public void use(Object what) {
    if (bond != Bond.MADE && loop != null && loop.isCurrent()) {
      return;
    }
    LoopThread here = CurrentLoop.runningThread();
    if (here != loop) {
      useElsewhere(here, what);
    } else if (bond == Bond.MADE) {
      bond = Bond.USED;
    }
  }

  /**
   * Notes a wait, or another use that ties it to the loop for good.
   *
   * @return the loop of the task that waits
   * @throws WrongLoopException if a task of another loop has waited before
   */
  public EventLoop bind() {
    if (bond != Bond.WAITED_FOR || !loop.isCurrent()) {
      bindTo(CurrentLoop.runningThread());
    }
    return loop.loop();
  }

  private void bindTo(LoopThread here) {
    if (here == null) {
      throw CurrentLoop.noneRuns();
    }
    if (bond == Bond.WAITED_FOR && loop != here) {
      throw new WrongLoopException(
          "This is bound to a different event loop: make one for each loop");
    }
    loop = here;
    bond = Bond.WAITED_FOR;
  }

  private void useElsewhere(LoopThread here, Object what) {
    boolean taken = bond != Bond.MADE || here == null;
    if (taken && loop != null && loop.thread() != null) {
      throw new WrongLoopException(
          "%s belongs to a loop that runs on another thread than %s: use it there, through"
                  .formatted(what, Thread.currentThread())
              + " loop.callSoonThreadsafe(...), or make one for each loop");
    }
    if (here != null && bond != Bond.WAITED_FOR) {
      loop = here;
      bond = Bond.USED;
    }
  }
}
