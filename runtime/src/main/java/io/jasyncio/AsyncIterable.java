package io.jasyncio;

import io.jasyncio.codegen.AsyncLoop;

/**
 * Something that an async method can loop over with {@code for}, suspending before each value:
 * Python's {@code async for}.
 *
 * <pre>{@code
 * for (String line : reader.lines()) {...}
 * }</pre>
 *
 * <p>A loop that ends early, by {@code break}, {@code return} or an exception, closes the iterator
 * that it has got from {@link #aiter}, if that is an {@link AsyncCloseable}; an {@link
 * AsyncGenerator} is. The closing is awaited before anything behind or around the loop runs. What
 * it throws after a {@code break} or {@code return} comes out of the loop; after an exception it is
 * added to that as suppressed.
 *
 * <p>Outside an async method such a loop is a compile error. The methods that {@link Iterable} has
 * for plain code throw {@link IllegalStateException}.
 *
 * @param <T> the type of the values
 */
public interface AsyncIterable<T> extends Iterable<T> {

  /**
   * Begins an iteration. Python's {@code __aiter__}.
   *
   * @return an iterator, not null
   */
  AsyncIterator<T> aiter();

  /**
   * Called by loops only.
   *
   * @return what a woven loop iterates with
   */
  @Override
  default AsyncLoop<T> iterator() {
    AsyncIterator<T> source = aiter();
    return source instanceof AsyncGenerator<T> generator
        ? new GeneratorLoop<>(generator)
        : new IteratorLoop<>(source);
  }
}
