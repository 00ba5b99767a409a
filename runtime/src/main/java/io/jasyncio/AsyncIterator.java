package io.jasyncio;

/**
 * Gives values one after the other, and may suspend before each. The counterpart of an object with
 * Python's {@code __anext__}.
 *
 * <p>One that is an {@link AsyncCloseable}, too, is closed where a loop over it ends early.
 *
 * @param <T> the type of the values
 */
public interface AsyncIterator<T> extends AsyncIterable<T> {

  /**
   * Waits for the next value.
   *
   * @return something to await once, before the next call; it throws {@link StopAsyncIteration}
   *     when there are no more values
   */
  Awaitable<T> anext();

  /** Returns this iterator. */
  @Override
  default AsyncIterator<T> aiter() {
    return this;
  }
}
