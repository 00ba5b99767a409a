package io.jasyncio;

/**
 * Something to await, in the blocking twin of the library: its outcome is already known.
 *
 * @param <T> type of the value that awaiting it gives
 */
public interface Awaitable<T> {

  /** Gives the value or throws the failure; programs call {@link Asyncio#await} instead. */
  T outcome() throws Throwable;
}
