package io.jasyncio.flow;

import io.jasyncio.AsyncCallable;
import io.jasyncio.Awaitable;
import io.jasyncio.Coroutine;
import io.jasyncio.ExceptionGroup;
import io.jasyncio.internal.Arguments;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * Ways to run several things that end together, meant for {@code import static
 * io.jasyncio.flow.Structured.*}. Whatever a function here starts is done when its await ends.
 */
public final class Structured {

  private Structured() {}

  /**
   * Runs awaitables side by side and evaluates to the first result; the others are cancelled and
   * waited for. A failure loses the race: only if all fail does the race.
   *
   * <p>Suspends until the others have ended, too. Cancelling the wait cancels all of them. Futures
   * that were given are cancelled as well: {@link io.jasyncio.Asyncio#shield shield} what should
   * live on.
   *
   * @param <T> the type of the result
   * @param awaitables of one loop; the one that stands first wins a tie
   * @return a coroutine to be awaited; it throws what the only one has failed with, or an {@link
   *     ExceptionGroup} if several have failed
   * @throws IllegalArgumentException if there are none
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is only read
  public static <T> Coroutine<T> race(Awaitable<? extends T>... awaitables) {
    return race(Arrays.asList(Arguments.notNull(awaitables, "awaitables")));
  }

  /**
   * Runs awaitables side by side and evaluates to the first result, as {@link #race(Awaitable[])}
   * does.
   *
   * @param <T> the type of the result
   * @param awaitables of one loop; the one that stands first wins a tie
   * @return a coroutine to be awaited; it throws what the only one has failed with, or an {@link
   *     ExceptionGroup} if several have failed
   * @throws IllegalArgumentException if there are none
   */
  public static <T> Coroutine<T> race(Collection<? extends Awaitable<? extends T>> awaitables) {
    Arguments.notNull(awaitables, "awaitables")
        .forEach(each -> Arguments.notNull(each, "awaitable"));
    List<Awaitable<? extends T>> runners = List.copyOf(awaitables);
    if (runners.isEmpty()) {
      throw new IllegalArgumentException("A race needs at least one awaitable");
    }
    return Race.run(runners);
  }

  /**
   * Calls an async method until it succeeds, pausing between the attempts as the policy says.
   *
   * <p>A {@link io.jasyncio.CancelledError} is never retried: cancelling ends the attempt, or the
   * pause, at once.
   *
   * @param <T> the type of the result
   * @param policy how often, how long to pause, and after which failures
   * @param attempt called once for each attempt: {@code () -> fetch(uri)}
   * @return a coroutine to be awaited; it throws what the last attempt has failed with, the earlier
   *     failures being suppressed in it
   */
  public static <T> Coroutine<T> retry(RetryPolicy policy, AsyncCallable<T> attempt) {
    Arguments.notNull(policy, "policy");
    Arguments.notNull(attempt, "attempt");
    return Retry.run(policy, attempt);
  }

  /**
   * Applies an async function to all inputs, to several at a time.
   *
   * <p>Inputs are taken one by one as there is room, so they may be endless or made on the way, and
   * no more than {@code limit} are in memory. The first failure cancels the calls that run; when
   * they have ended it is thrown. Cancelling the wait cancels them likewise.
   *
   * @param <A> the type of the inputs
   * @param <R> the type of the results
   * @param limit the largest number of calls at the same time, 1 or more
   * @param inputs asked on the loop's thread; its iterator should not block
   * @param function makes the coroutine for one input
   * @return a coroutine to be awaited; it evaluates to the results in the order of the inputs
   * @throws IllegalArgumentException if the limit is below 1
   */
  public static <A, R> Coroutine<List<R>> mapConcurrently(
      int limit, Iterable<? extends A> inputs, AsyncMapping<? super A, R> function) {
    return mapConcurrently(limit, inputs, function, progress -> {});
  }

  /**
   * Applies an async function to all inputs, to several at a time, and tells how far it is.
   *
   * @param <A> the type of the inputs
   * @param <R> the type of the results
   * @param limit the largest number of calls at the same time, 1 or more
   * @param inputs asked on the loop's thread; the total is known if it is a {@link Collection}
   * @param function makes the coroutine for one input
   * @param progress called on the loop's thread, at the start and after each result; what it throws
   *     ends the map as a failure does
   * @return a coroutine to be awaited; it evaluates to the results in the order of the inputs
   * @throws IllegalArgumentException if the limit is below 1
   */
  public static <A, R> Coroutine<List<R>> mapConcurrently(
      int limit,
      Iterable<? extends A> inputs,
      AsyncMapping<? super A, R> function,
      Consumer<? super Progress> progress) {
    if (limit < 1) {
      throw new IllegalArgumentException("The limit must be 1 or more: " + limit);
    }
    Arguments.notNull(inputs, "inputs");
    Arguments.notNull(function, "function");
    Arguments.notNull(progress, "progress");
    return new ParallelMap<A, R>(limit, inputs, function, progress).run();
  }
}
