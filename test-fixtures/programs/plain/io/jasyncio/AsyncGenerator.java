package io.jasyncio;

import java.util.function.Supplier;

/**
 * An async generator in the blocking twin of the library.
 *
 * @param <T> type of the values
 */
public class AsyncGenerator<T> extends Generator<T> {

  /** A generator whose body is a method's call. */
  public AsyncGenerator(Supplier<? extends AsyncGenerator<T>> body) {
    super(body);
  }

  /** The next value. */
  public final Awaitable<T> anext() {
    return asend(null);
  }

  /** The next value, after one is sent. */
  public final Awaitable<T> asend(Object value) {
    return () -> ended(() -> send(value));
  }

  /** The next value, after an exception. */
  public final Awaitable<T> athrow(Throwable failure) {
    return () -> isOver() ? null : ended(() -> throwInto(failure));
  }

  /** The end. */
  public final Awaitable<Void> aclose() {
    return () -> {
      close();
      return null;
    };
  }

  private static <V> V ended(Supplier<V> step) {
    try {
      return step.get();
    } catch (StopIteration end) {
      throw new StopAsyncIteration();
    }
  }
}
