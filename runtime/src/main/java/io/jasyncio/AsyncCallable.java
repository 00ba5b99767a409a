package io.jasyncio;

import io.jasyncio.annotations.Async;

/**
 * A task's worth of asynchronous code without arguments, usually a lambda.
 *
 * @param <T> the type of its result
 */
@FunctionalInterface
public interface AsyncCallable<T> {

  /**
   * Makes the coroutine. Nothing of it runs before it is awaited.
   *
   * @return a coroutine that was not awaited yet
   * @throws Exception what the coroutine's method declares; it comes out of the await
   */
  @Async
  Coroutine<T> call() throws Exception;
}
