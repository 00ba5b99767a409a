package io.jasyncio;

/**
 * Gives values one after the other; in the blocking twin of the library.
 *
 * @param <T> type of the values
 */
public interface AsyncIterator<T> extends AsyncIterable<T> {

  /** The next value. */
  Awaitable<T> anext();

  @Override
  default AsyncIterator<T> aiter() {
    return this;
  }
}
