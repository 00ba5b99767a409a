package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.annotations.Async;

/**
 * An iteration that goes on at its owner's pace, where a {@code for} would go on at its own.
 * Closing it closes the iterator, unless that has ended.
 */
final class Iteration<T> implements AsyncCloseable {

  private final AsyncIterable<T> source;

  /** Null before the first step. */
  private AsyncIterator<T> iterator;

  private boolean ended;
  private T value;

  Iteration(AsyncIterable<T> source) {
    this.source = source;
  }

  /** Waits for the next value; false if there is none. */
  @Async
  Coroutine<Boolean> advance() {
    if (ended) {
      return result(false);
    }
    if (iterator == null) {
      iterator = source.aiter();
    }
    try {
      value = await(iterator.anext());
      return result(true);
    } catch (StopAsyncIteration end) {
      ended = true;
      return result(false);
    }
  }

  /** The value that was waited for; asked once. */
  T take() {
    T taken = value;
    value = null;
    return taken;
  }

  @Override
  @Async
  public Coroutine<Void> aclose() {
    if (!ended && iterator instanceof AsyncCloseable closeable) {
      ended = true;
      await(closeable.aclose());
    }
    return result();
  }
}
