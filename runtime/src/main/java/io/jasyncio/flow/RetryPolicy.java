package io.jasyncio.flow;

import io.jasyncio.internal.Arguments;
import io.jasyncio.internal.Nanos;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * When to try again what has failed, and after which pause. Immutable; the {@code with...} methods
 * make changed copies.
 *
 * <pre>{@code
 * RetryPolicy policy =
 *     RetryPolicy.attempts(5)
 *         .withBackoff(Duration.ofMillis(100), Duration.ofSeconds(5))
 *         .withRetryOn(failure -> failure instanceof IOException);
 * }</pre>
 *
 * <p>The pause after attempt n is {@code initialDelay * multiplier^(n-1)}, at most {@code
 * maximumDelay}. Of this, the part that {@code jitter} says is left to chance, so that many who
 * failed together do not come back together.
 *
 * @param maximumAttempts how often to try, the first attempt included; 1 or more
 * @param initialDelay the pause after the first failure, not negative
 * @param multiplier how much longer each pause is than the one before; 1 or more
 * @param maximumDelay no pause is longer
 * @param jitter 0 for exact pauses, 0.5 for pauses between half and all of the time, 1 for anything
 *     between none and all of it
 * @param retryOn tells the failures after which it is worth trying again
 */
public record RetryPolicy(
    int maximumAttempts,
    Duration initialDelay,
    double multiplier,
    Duration maximumDelay,
    double jitter,
    Predicate<? super Throwable> retryOn) {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if a number or a duration is out of its range
   */
  public RetryPolicy {
    Arguments.notNull(initialDelay, "initialDelay");
    Arguments.notNull(maximumDelay, "maximumDelay");
    Arguments.notNull(retryOn, "retryOn");
    check(maximumAttempts >= 1, "There must be at least 1 attempt", maximumAttempts);
    check(!initialDelay.isNegative(), "The initial delay must not be negative", initialDelay);
    check(!maximumDelay.isNegative(), "The maximum delay must not be negative", maximumDelay);
    check(multiplier >= 1, "The multiplier must be 1 or more", multiplier);
    check(jitter >= 0 && jitter <= 1, "The jitter must be between 0 and 1", jitter);
  }

  private static void check(boolean valid, String rule, Object value) {
    if (!valid) {
      throw new IllegalArgumentException(rule + ": " + value);
    }
  }

  /**
   * Makes a policy with back-off from 100 milliseconds to 30 seconds, doubling, with a jitter of
   * one half, that retries after every {@link Exception} (and after no {@link Error}).
   *
   * @param maximumAttempts how often to try, the first attempt included
   * @return a policy
   */
  public static RetryPolicy attempts(int maximumAttempts) {
    return new RetryPolicy(
        maximumAttempts,
        Duration.ofMillis(100),
        2,
        Duration.ofSeconds(30),
        0.5,
        failure -> failure instanceof Exception);
  }

  /**
   * Sets the pauses; they double.
   *
   * @param initial the pause after the first failure
   * @param maximum no pause is longer
   * @return a changed copy
   */
  public RetryPolicy withBackoff(Duration initial, Duration maximum) {
    return new RetryPolicy(maximumAttempts, initial, 2, maximum, jitter, retryOn);
  }

  /**
   * Makes all pauses the same.
   *
   * @param delay how long each is
   * @return a changed copy, without jitter
   */
  public RetryPolicy withFixedDelay(Duration delay) {
    return new RetryPolicy(maximumAttempts, delay, 1, delay, 0, retryOn);
  }

  /**
   * Sets how much is left to chance.
   *
   * @param part between 0 and 1
   * @return a changed copy
   */
  public RetryPolicy withJitter(double part) {
    return new RetryPolicy(maximumAttempts, initialDelay, multiplier, maximumDelay, part, retryOn);
  }

  /**
   * Sets the failures after which it is worth trying again.
   *
   * @param worthwhile true to try again
   * @return a changed copy
   */
  public RetryPolicy withRetryOn(Predicate<? super Throwable> worthwhile) {
    return new RetryPolicy(
        maximumAttempts, initialDelay, multiplier, maximumDelay, jitter, worthwhile);
  }

  /**
   * Returns the pause after a failed attempt.
   *
   * @param attempt 1 for the first
   * @param chance between 0 and 1; 0 for the longest pause
   * @return how long to wait
   */
  public Duration delayAfter(int attempt, double chance) {
    double longest = Nanos.of(maximumDelay);
    double delay = Math.min(longest, Nanos.of(initialDelay) * Math.pow(multiplier, attempt - 1));
    return Duration.ofNanos(Math.round(delay * (1 - jitter * chance)));
  }
}
