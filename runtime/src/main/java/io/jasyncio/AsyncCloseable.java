package io.jasyncio;

import io.jasyncio.codegen.SuspendingResource;

/**
 * A resource whose closing may suspend. In an async method a try-with-resources block over one is
 * Python's {@code async with}: leaving the block awaits {@link #aclose(Throwable)}.
 *
 * <pre>{@code
 * try (var connection = await(open(address))) {
 *   ...
 * }                                             // suspends until the connection is closed
 * }</pre>
 *
 * <p>Outside an async method such a block is a compile error.
 */
public interface AsyncCloseable extends SuspendingResource {

  /**
   * Closes the resource after a block that ended normally, and in general.
   *
   * @return a coroutine that ends when the resource is closed; what it throws leaves the block
   */
  Coroutine<Void> aclose();

  /**
   * Closes the resource after a block that failed. Python's {@code __aexit__}.
   *
   * <p>What the coroutine throws leaves the block in place of {@code failure}: a time-out turns the
   * cancellation that it caused into an exception of its own this way. If it ends normally the
   * block is left with {@code failure}.
   *
   * <p>The default closes as after success and, as try-with-resources does, adds a failure of the
   * closing to the block's as suppressed.
   *
   * @param failure what the block failed with; a {@link CancelledError} if it was cancelled
   * @return a coroutine that ends when the resource is closed
   */
  default Coroutine<Void> aclose(Throwable failure) {
    return Closing.afterFailure(this, failure);
  }

  /**
   * Refuses to close without suspending.
   *
   * @throws IllegalStateException always
   */
  @Override
  default void close() {
    throw new IllegalStateException(
        getClass().getName()
            + " closes by suspending: use await(resource.aclose()), or try-with-resources in an"
            + " @Async method");
  }
}
