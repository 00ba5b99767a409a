package io.jasyncio.testing;

import io.jasyncio.AsyncCallable;
import io.jasyncio.Coroutine;
import io.jasyncio.EventLoop;
import java.time.Duration;
import java.util.Objects;

/**
 * Runs async code on virtual time, from any test.
 *
 * <pre>{@code
 * @Test
 * void anHourIsOverAtOnce() {
 *   VirtualTime.run(() -> sleep(Duration.ofHours(1)));
 * }
 * }</pre>
 */
public final class VirtualTime {

  /** How much virtual time a test has that does not say otherwise. */
  public static final Duration DEFAULT_LIMIT = Duration.ofDays(1);

  private VirtualTime() {}

  /**
   * Makes a loop on virtual time, for tests that run it themselves.
   *
   * @return a loop that is not running
   */
  public static EventLoop createLoop() {
    return EventLoop.create(new VirtualClock());
  }

  /**
   * Runs a test on a loop of its own, in debug mode, and closes the loop.
   *
   * @param <T> the type of the result
   * @param test makes the coroutine, inside the loop
   * @return its result; what it fails with is thrown as it is, checked exceptions too
   * @throws AssertionError if the test does not get on, or takes longer than {@link #DEFAULT_LIMIT}
   *     of virtual time: the message has the loop's dump, with the place where each task waits
   * @throws AssertionError if the test leaves tasks behind that are not done, or if the loop's
   *     exception handler was told of an error
   */
  public static <T> T run(AsyncCallable<T> test) {
    return run(test, DEFAULT_LIMIT);
  }

  /**
   * Runs a test as {@link #run(AsyncCallable)} does, with a limit of its own.
   *
   * @param <T> the type of the result
   * @param test makes the coroutine, inside the loop
   * @param limit the longest virtual time
   * @return its result; what it fails with is thrown as it is, checked exceptions too
   */
  public static <T> T run(AsyncCallable<T> test, Duration limit) {
    Objects.requireNonNull(test, "test");
    return new TestRun(limit, VirtualClock.DEFAULT_PATIENCE).run("test", test);
  }

  /**
   * Runs a test that was called already.
   *
   * @param <T> the type of the result
   * @param test not awaited yet
   * @return its result; what it fails with is thrown as it is, checked exceptions too
   */
  public static <T> T run(Coroutine<T> test) {
    Objects.requireNonNull(test, "test");
    return run(() -> test, DEFAULT_LIMIT);
  }
}
