package io.jasyncio;

/**
 * A generator, or a coroutine that is driven by hand, has returned.
 *
 * <p>Thrown by {@link Generator#send} and {@link Coroutine#send} and their kin; carries the result
 * and no stack trace. The counterpart of Python's {@code StopIteration}.
 */
public final class StopIteration extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Object value;

  StopIteration(Object value) {
    super("it returned " + value, null, false, false);
    this.value = value;
  }

  /**
   * What the generator or coroutine returned.
   *
   * @return the result, or null
   */
  public Object value() {
    return value;
  }
}
