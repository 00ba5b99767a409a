package io.jasyncio;

/**
 * Something that {@code await} accepts: a {@link Coroutine}, a {@link Future}, a {@link Task}, or
 * an object of your own that stands for one of them.
 *
 * <p>The counterpart of Python's {@code __await__}. Implement it to make a type of your own usable
 * with {@code await}:
 *
 * <pre>{@code
 * record Ticket(Future<String> printed) implements Awaitable<String> {
 *   public Awaitable<String> awaited() {
 *     return printed;
 *   }
 * }
 * }</pre>
 *
 * @param <T> the type of the value that an await evaluates to
 */
@FunctionalInterface
public interface Awaitable<T> {

  /**
   * Returns what an await on this object waits for. Called once at each await, on the loop's
   * thread. What it throws comes out of the await.
   *
   * @return a coroutine, a future, or another awaitable; not null and not this object itself,
   *     unless this object is a coroutine or a future
   */
  Awaitable<T> awaited();
}
