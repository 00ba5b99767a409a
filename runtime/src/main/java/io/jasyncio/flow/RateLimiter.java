package io.jasyncio.flow;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.EventLoop;
import io.jasyncio.annotations.Async;
import io.jasyncio.internal.Arguments;
import io.jasyncio.internal.LoopBinding;
import io.jasyncio.internal.Nanos;
import io.jasyncio.internal.Wait;
import io.jasyncio.internal.WaitQueue;
import java.time.Duration;

/**
 * Lets callers pass so many times in some period: a token bucket. Those who have to wait pass in
 * the order in which they came.
 *
 * <pre>{@code
 * var limiter = new RateLimiter(10, Duration.ofSeconds(1));
 * ...
 * await(limiter.acquire());
 * await(fetch(uri));
 * }</pre>
 *
 * <p>After a quiet time as many as {@code permits} pass at once; then one each {@code period /
 * permits}. Time is that of the loop. A limiter is for one loop and its thread.
 */
public final class RateLimiter {

  /**
   * How things stand at one moment.
   *
   * @param available how many could pass at once
   * @param waiting how many tasks wait to pass
   */
  public record Statistics(int available, int waiting) {}

  private final int permits;
  private final long nanosPerPermit;
  private final LoopBinding binding = new LoopBinding();

  /** Those in it who are woken have been let through. */
  private final WaitQueue waiters = new WaitQueue();

  /** The time at which the bucket would be full if nobody came any more; it is full before. */
  private long fullAt;

  /** The loop of the first caller; its clock counts. */
  private EventLoop loop;

  private boolean ringing;

  /**
   * Makes a limiter that is full.
   *
   * @param permits how many may pass in each period, 1 or more
   * @param period longer than zero
   * @throws IllegalArgumentException if one of them is too small
   */
  public RateLimiter(int permits, Duration period) {
    Arguments.notNull(period, "period");
    if (permits < 1) {
      throw new IllegalArgumentException("At least 1 must pass in a period: " + permits);
    }
    if (Nanos.of(period) < permits) {
      throw new IllegalArgumentException(
          "The period must be at least a nanosecond for each permit: " + period);
    }
    this.permits = permits;
    this.nanosPerPermit = Nanos.of(period) / permits;
  }

  /**
   * Waits until the caller may pass. Suspends only if it has to wait. Whoever is cancelled while
   * waiting takes nothing.
   *
   * @return a coroutine to be awaited
   * @throws io.jasyncio.WrongLoopException from the await, in another loop than the first caller's
   */
  @Async
  public Coroutine<Void> acquire() {
    if (acquireNowait()) {
      return result();
    }
    Wait wait = Wait.in(waiters, binding);
    ringForNext();
    try {
      await(wait);
    } catch (Throwable failure) {
      if (waiters.leave(wait)) {
        // It was let through and cancelled in the same moment: its turn goes back.
        fullAt -= nanosPerPermit;
        letThrough();
      }
      throw failure;
    }
    waiters.leave(wait);
    return result();
  }

  /**
   * Passes if that is possible without waiting.
   *
   * @return false if the caller has to wait, or others do
   * @throws IllegalStateException outside a loop
   * @throws io.jasyncio.WrongLoopException in another loop than the first caller's
   */
  public boolean acquireNowait() {
    bind();
    return waiting() == 0 && take();
  }

  /**
   * Returns how things stand.
   *
   * @return how many could pass at once, and how many wait
   */
  public Statistics statistics() {
    if (loop == null) {
      return new Statistics(permits, 0);
    }
    long missing = Math.max(0, fullAt - loop.time());
    long used = missing / nanosPerPermit + (missing % nanosPerPermit > 0 ? 1 : 0);
    return new Statistics((int) (permits - used), waiting());
  }

  private void bind() {
    EventLoop bound = binding.bind();
    if (loop == null) {
      loop = bound;
      fullAt = bound.time();
    }
  }

  /** Those who are let through but did not run yet wait no more. */
  private int waiting() {
    return waiters.size() - waiters.woken();
  }

  private boolean take() {
    long now = loop.time();
    if (now < nextAt()) {
      return false;
    }
    fullAt = Nanos.after(Math.max(fullAt, now), nanosPerPermit);
    return true;
  }

  /** When there is a whole permit in the bucket again. */
  private long nextAt() {
    return fullAt - nanosPerPermit * (permits - 1);
  }

  private void ringForNext() {
    if (!ringing && waiting() > 0) {
      ringing = true;
      loop.callAt(
          nextAt(),
          () -> {
            ringing = false;
            letThrough();
          });
    }
  }

  private void letThrough() {
    waiters.dropCancelled();
    while (waiting() > 0 && take()) {
      boolean unused = waiters.wakeNext();
    }
    ringForNext();
  }

  @Override
  public String toString() {
    return "RateLimiter (" + permits + " each " + Duration.ofNanos(nanosPerPermit * permits) + ")";
  }
}
