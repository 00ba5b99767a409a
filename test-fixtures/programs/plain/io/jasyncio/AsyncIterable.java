package io.jasyncio;

import java.util.Iterator;

/**
 * Something to loop over. In the blocking twin of the library a loop runs as woven ones do, but
 * plain Java does not close what it iterates: where that shows, the twin's loops are written out.
 *
 * @param <T> type of the values
 */
public interface AsyncIterable<T> extends Iterable<T> {

  /** Begins an iteration. */
  AsyncIterator<T> aiter();

  @Override
  default Iterator<T> iterator() {
    AsyncIterator<T> source = aiter();
    return new Iterator<>() {
      private T value;

      @Override
      public boolean hasNext() {
        try {
          value = Asyncio.await(source.anext());
          return true;
        } catch (StopAsyncIteration end) {
          return false;
        }
      }

      @Override
      public T next() {
        return value;
      }
    };
  }
}
