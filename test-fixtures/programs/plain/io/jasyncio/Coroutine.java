package io.jasyncio;

/**
 * A coroutine in the blocking twin of the library: the body has run by the time its caller sees
 * this object, so only the value is left to hold. A failure has already been thrown by the call.
 *
 * @param <T> type of the result
 */
public abstract class Coroutine<T> implements Awaitable<T> {

  Coroutine() {}

  /** A coroutine that has the given result. */
  public static <T> Coroutine<T> completed(T value) {
    return new Completed<>(value);
  }

  private static final class Completed<T> extends Coroutine<T> {
    private final T value;

    Completed(T value) {
      this.value = value;
    }

    @Override
    public T outcome() {
      return value;
    }
  }
}
