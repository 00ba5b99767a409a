package io.jasyncio;

/**
 * An asynchronous iterator has no more values: what awaiting {@link AsyncIterator#anext} throws
 * then.
 *
 * <p>An iterator of your own throws it to end the loops over it. It has no stack trace. The
 * counterpart of Python's {@code StopAsyncIteration}.
 */
public final class StopAsyncIteration extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Ends an iteration. */
  public StopAsyncIteration() {
    super("the asynchronous iterator has no more values", null, false, false);
  }
}
