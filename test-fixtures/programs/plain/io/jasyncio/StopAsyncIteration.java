package io.jasyncio;

/** An asynchronous iterator has no more values; in the blocking twin of the library. */
public final class StopAsyncIteration extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Ends an iteration. */
  public StopAsyncIteration() {
    super("the asynchronous iterator has no more values", null, false, false);
  }
}
