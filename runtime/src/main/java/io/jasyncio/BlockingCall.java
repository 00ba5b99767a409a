package io.jasyncio;

/**
 * Code that blocks its thread, to be run away from the event loop's thread.
 *
 * <p>It is {@link java.util.concurrent.Callable} with the exception as a type parameter, so that a
 * lambda's checked exception can be caught around the await.
 *
 * @param <T> the type of its result
 * @param <X> the checked exception that it throws; inferred, {@code RuntimeException} for none
 */
@FunctionalInterface
public interface BlockingCall<T, X extends Exception> {

  /**
   * Does the work.
   *
   * @return its result
   * @throws X if the work fails
   */
  T call() throws X;
}
