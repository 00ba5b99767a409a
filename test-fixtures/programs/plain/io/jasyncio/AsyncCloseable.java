package io.jasyncio;

/** A resource whose closing may suspend; in the blocking twin it never does. */
public interface AsyncCloseable extends AutoCloseable {

  /** Closes the resource. */
  Coroutine<Void> aclose();

  @Override
  default void close() {
    Asyncio.await(aclose());
  }
}
