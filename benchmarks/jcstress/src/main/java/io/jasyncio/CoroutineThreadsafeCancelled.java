package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.jasyncio.annotations.Async;
import java.util.concurrent.Future;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** Another thread hands a coroutine to a loop and cancels it at once. */
@JCStressTest
@Outcome(id = ", 0", expect = ACCEPTABLE, desc = "it did not begin")
@Outcome(id = "begun cancelled, 0", expect = ACCEPTABLE, desc = "it had begun")
@State
public class CoroutineThreadsafeCancelled {

  private final EventLoop loop = EventLoop.create();
  private final StringBuilder events = new StringBuilder();

  @Async
  private Coroutine<Void> waitForEver() {
    events.append("begun");
    try {
      await(loop.createFuture());
      return result();
    } catch (CancelledError cancelled) {
      events.append(" cancelled");
      throw cancelled;
    }
  }

  /** What the body did, and how many tasks are left. */
  @Actor
  public void loop(LL_Result result) {
    loop.runForever();
    for (int turn = 0; turn < 10; turn++) {
      loop.stop();
      loop.runForever();
    }
    result.r1 = events.toString();
    result.r2 = loop.allTasks().size();
    loop.close();
  }

  /** Another thread. */
  @Actor
  public void other() {
    Future<Void> task = Asyncio.runCoroutineThreadsafe(waitForEver(), loop);
    boolean unused = task.cancel(false);
    loop.callSoonThreadsafeUnlessClosed(loop::stop);
  }
}
