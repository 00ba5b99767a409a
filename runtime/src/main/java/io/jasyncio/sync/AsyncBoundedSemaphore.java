package io.jasyncio.sync;

/**
 * A semaphore that never has more permits than at first: releasing more than was acquired throws
 * {@link NotAcquiredException}. The counterpart of {@code asyncio.BoundedSemaphore}.
 */
public final class AsyncBoundedSemaphore extends AsyncSemaphore {

  private final int bound;

  /** A semaphore with one permit. */
  public AsyncBoundedSemaphore() {
    this(1);
  }

  /**
   * A semaphore with some permits.
   *
   * @param value how many there are, and how many at most
   * @throws IllegalArgumentException if it is negative
   */
  public AsyncBoundedSemaphore(int value) {
    super(value);
    bound = value;
  }

  @Override
  void checkMayRelease() {
    if (value() >= bound) {
      throw new NotAcquiredException(
          "BoundedSemaphore released too many times: call release() once for each acquire(). "
              + this);
    }
  }
}
