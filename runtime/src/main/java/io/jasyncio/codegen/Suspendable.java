package io.jasyncio.codegen;

/**
 * Something an await can wait for without an adapter: a coroutine or a future.
 *
 * <p>Not for user code: implement {@code io.jasyncio.Awaitable} instead.
 */
public abstract class Suspendable {

  /** For the runtime's own kinds. */
  protected Suspendable() {}

  /**
   * Returns the value if it can be had at once, and otherwise notes in {@code execution} what it
   * waits for and returns {@link Suspension#SUSPENDED}.
   *
   * @param execution the execution whose innermost frame awaits
   * @return the value or {@link Suspension#SUSPENDED}
   * @throws Throwable what the awaited thing failed with
   */
  protected abstract Object await(Execution execution) throws Throwable;
}
