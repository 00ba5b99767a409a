package io.jasyncio.flow;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;

/**
 * An async function of one argument, for {@link Structured#mapConcurrently}.
 *
 * @param <A> the type of the argument
 * @param <R> the type of the result
 */
@FunctionalInterface
public interface AsyncMapping<A, R> {

  /**
   * Makes the coroutine for one input. Nothing of it runs before it is awaited.
   *
   * @param input the argument
   * @return a coroutine that was not awaited yet
   * @throws Exception what the coroutine's method declares; it comes out of the await
   */
  @Async
  Coroutine<R> apply(A input) throws Exception;
}
