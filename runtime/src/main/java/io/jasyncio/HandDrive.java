package io.jasyncio;

import io.jasyncio.codegen.Execution;
import io.jasyncio.codegen.Failure;
import io.jasyncio.codegen.Suspendable;
import io.jasyncio.codegen.Suspension;
import io.jasyncio.internal.CurrentLoop;
import io.jasyncio.internal.Sneaky;
import java.time.Duration;

/** An execution that the program itself drives, with {@link Coroutine#send}. */
final class HandDrive extends Execution {

  /** What the coroutine waits for; null when it only gave way, and while it runs. */
  private LoopFuture<?> waitsFor;

  /**
   * Starts {@code frame} or goes on with it.
   *
   * @param sent a value or a {@link Failure}
   * @return what it waits for now, or null
   * @throws StopIteration when it has returned
   */
  Future<?> step(DriverFrame frame, Object sent) {
    Object outcome;
    try {
      if (innermost() == null) {
        outcome = start(frame);
      } else {
        deliver(outcomeOfWait(sent));
        outcome = resume();
      }
    } catch (StopIteration leaked) {
      // Else the driver would take it for the coroutine's result.
      throw new IllegalStateException("coroutine raised StopIteration", leaked);
    } catch (Throwable failure) {
      throw Sneaky.raise(failure);
    }
    if (outcome == Suspension.SUSPENDED) {
      return waitsFor;
    }
    throw new StopIteration(outcome);
  }

  /**
   * What the await evaluates to: what was thrown in, or else what the future has come to. A sleep
   * that gave way evaluates to null, whatever was sent.
   */
  private Object outcomeOfWait(Object sent) {
    LoopFuture<?> future = waitsFor;
    waitsFor = null;
    if (sent instanceof Failure) {
      return sent;
    }
    if (future == null) {
      return null;
    }
    return future.done()
        ? future.outcome(false)
        : new Failure(
            new InvalidStateException(
                "await wasn't used with future: send() lets the coroutine go on, but the future"
                    + " that it waits for is not done"));
  }

  @Override
  protected Object await(Execution execution) {
    throw new IllegalStateException("nothing awaits a coroutine that is driven by hand");
  }

  @Override
  protected Suspendable adapt(Object awaited) {
    return Adapter.adapt(awaited, CurrentLoop.runningOrNull());
  }

  @Override
  protected void waitFor(Suspendable awaited) {
    waitsFor = (LoopFuture<?>) awaited;
  }

  @Override
  protected Object sleep(Duration delay) {
    return SleepTimer.await(delay, this);
  }

  @Override
  protected void forgetWait() {
    waitsFor = null;
  }
}
