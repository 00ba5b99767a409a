package io.jasyncio;

/**
 * A coroutine that is driven by hand has returned.
 *
 * <p>Thrown by {@link Coroutine#send} and {@link Coroutine#throwInto}; carries the coroutine's
 * result and no stack trace. The counterpart of Python's {@code StopIteration}.
 */
public final class StopIteration extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Object value;

  StopIteration(Object value) {
    super("the coroutine returned " + value, null, false, false);
    this.value = value;
  }

  /**
   * What the coroutine returned.
   *
   * @return the result, or null
   */
  public Object value() {
    return value;
  }
}
