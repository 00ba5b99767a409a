package io.jasyncio.codegen;

import java.util.Iterator;

/**
 * What the enhanced {@code for} of an async method iterates with. Woven code awaits it in the place
 * of {@code hasNext}, and leaves it where the loop ends early:
 *
 * <pre>{@code
 * for (T x : source) {...}      for (AsyncLoop i = source.iterator(); EMITTED == await(i); ) {
 *                                 T x = i.next(); ...
 *                               } ... and at a break, return or exception  await(i.leave(failure))
 * }</pre>
 *
 * <p>Not for user code.
 *
 * @param <T> the type of the values
 */
public abstract class AsyncLoop<T> extends Suspendable implements Iterator<T> {

  /** For the runtime's own kinds. */
  protected AsyncLoop() {}

  /**
   * Says what to wait for where the loop is left before its source has ended.
   *
   * @param failure what the loop is left with, or null for a break or a return
   * @return what closes the source; done already if there is nothing to close
   */
  protected abstract Suspendable leave(Throwable failure);

  /**
   * What {@link #leave} returns where there is nothing to close.
   *
   * @return something that is done
   */
  protected static Suspendable nothing() {
    return Closed.INSTANCE;
  }

  /**
   * Refuses to wait for the next value without suspending.
   *
   * @throws IllegalStateException always
   */
  @Override
  public final boolean hasNext() {
    throw new IllegalStateException(
        "An AsyncIterable waits for each of its values: loop over it with for (...) in an @Async"
            + " method. forEach, streams and plain methods cannot wait");
  }
}
