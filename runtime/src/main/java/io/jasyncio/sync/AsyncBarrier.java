package io.jasyncio.sync;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.internal.LoopBinding;
import io.jasyncio.internal.Wait;
import io.jasyncio.internal.WaitQueue;
import java.util.Locale;

/**
 * Lets tasks wait for each other until a number of them has come, then lets all of them go on, and
 * begins again. The counterpart of {@code asyncio.Barrier}.
 *
 * <pre>{@code
 * filling ---- the last party comes ----> draining --- all have left ---> filling
 * filling, draining, broken -- reset() -> resetting -- all have left ---> filling
 * any -------------- abort() -----------> broken
 * }</pre>
 *
 * <p>Who comes while a barrier is draining or resetting waits outside, and goes in first, in the
 * order of the calls, when it fills again. For the tasks of one loop; not for several threads.
 */
public final class AsyncBarrier {

  /** What a barrier is doing. */
  public enum State {
    /** Tasks come and wait. */
    FILLING,
    /** All parties have come; they are about to go on. */
    DRAINING,
    /** The barrier was reset; those who waited are about to fail. */
    RESETTING,
    /** The barrier was aborted; who comes fails. */
    BROKEN
  }

  /**
   * How a barrier stands at one moment.
   *
   * @param state what it is doing
   * @param parties how many tasks let it go
   * @param tasksInside how many tasks have come and did not leave yet
   * @param tasksOutside how many tasks wait to come in
   */
  public record Statistics(State state, int parties, int tasksInside, int tasksOutside) {}

  private final int parties;
  private final LoopBinding binding = new LoopBinding();
  private final WaitQueue inside = new WaitQueue();
  private final WaitQueue outside = new WaitQueue();
  private State state = State.FILLING;

  /** How many have left since the barrier began to drain. */
  private int left;

  /**
   * A barrier.
   *
   * @param parties how many tasks have to come
   * @throws IllegalArgumentException if it is not positive
   */
  public AsyncBarrier(int parties) {
    if (parties < 1) {
      throw new IllegalArgumentException(
          "parties must be > 0, not " + parties + ": it is how many tasks wait for each other");
    }
    this.parties = parties;
  }

  /**
   * Waits until all parties have come. Suspends unless this is the last one. The counterpart of
   * {@code Barrier.wait}.
   *
   * <p>A wait that is cancelled before the last party comes does not count; the others wait on. One
   * that is cancelled when all have come already lets the others go.
   *
   * @return a coroutine to be awaited; it evaluates to a number from 0 to {@code parties - 1}, for
   *     each of the tasks another one, in the order of their calls
   * @throws BrokenBarrierException from the await, if the barrier is aborted, or is reset meanwhile
   * @throws io.jasyncio.WrongLoopException from the await, if this is bound to another loop
   */
  @Async
  public Coroutine<Integer> waitAsync() {
    binding.use(this);
    checkNotBroken();
    if (emptying() || !outside.isEmpty()) {
      await(waitOutside());
      checkNotBroken();
    }
    inside.dropCancelled();
    if (inside.size() + 1 == parties) {
      open();
      return result(parties - 1);
    }
    Wait wait = Wait.in(inside, binding);
    try {
      await(wait);
      if (state != State.DRAINING) {
        throw failure();
      }
      return result(left++);
    } finally {
      inside.leave(wait);
      closeWhenEmpty();
    }
  }

  @Async
  private Coroutine<Void> waitOutside() {
    Wait wait = Wait.in(outside, binding);
    try {
      await(wait);
      while (emptying()) {
        outside.waitAgain(wait);
        await(wait);
      }
    } finally {
      outside.leave(wait);
      if (!emptying()) {
        // One that came while others were being let in.
        outside.wakeNext();
      }
    }
    return result();
  }

  /** All parties have come. */
  private void open() {
    inside.wakeAll();
    left = 0;
    state = State.DRAINING;
    closeWhenEmpty();
  }

  /** The last one out closes the door and lets those in who wait outside. */
  private void closeWhenEmpty() {
    if (emptying() && inside.isEmpty()) {
      state = State.FILLING;
      outside.wakeAll();
    }
  }

  /**
   * Makes those who wait fail with {@link BrokenBarrierException}, and the barrier as good as new
   * once they have left. Who is on the way out, but did not run yet, fails as well. Unlike Python's
   * it does not suspend.
   *
   * @throws io.jasyncio.WrongLoopException on another thread than that of the barrier's loop
   */
  public void reset() {
    binding.use(this);
    inside.wakeAll();
    state = State.RESETTING;
    closeWhenEmpty();
  }

  /**
   * Makes those who wait, and all who come from now on, fail with {@link BrokenBarrierException}.
   * Only {@link #reset} ends this. Unlike Python's it does not suspend.
   *
   * @throws io.jasyncio.WrongLoopException on another thread than that of the barrier's loop
   */
  public void abort() {
    binding.use(this);
    inside.wakeAll();
    outside.wakeAll();
    state = State.BROKEN;
  }

  /**
   * Returns how many tasks have to come.
   *
   * @return as given to the constructor
   */
  public int parties() {
    return parties;
  }

  /**
   * Counts the tasks that wait for others to come.
   *
   * @return 0 unless the barrier is filling
   */
  public int nWaiting() {
    return state == State.FILLING ? inside.size() : 0;
  }

  /**
   * Tells whether the barrier was aborted.
   *
   * @return true from {@link #abort} to {@link #reset}
   */
  public boolean broken() {
    return state == State.BROKEN;
  }

  /**
   * Returns how the barrier stands.
   *
   * @return a snapshot
   */
  public Statistics statistics() {
    return new Statistics(state, parties, inside.size(), outside.size());
  }

  private boolean emptying() {
    return state == State.DRAINING || state == State.RESETTING;
  }

  private void checkNotBroken() {
    if (broken()) {
      throw failure();
    }
  }

  private BrokenBarrierException failure() {
    return new BrokenBarrierException(
        broken()
            ? "Barrier aborted: call reset() before using it again"
            : "Barrier was reset while this waited: wait again, or give up");
  }

  @Override
  public String toString() {
    return "AsyncBarrier (%s, %d of %d waiting)"
        .formatted(state.name().toLowerCase(Locale.ROOT), nWaiting(), parties);
  }
}
