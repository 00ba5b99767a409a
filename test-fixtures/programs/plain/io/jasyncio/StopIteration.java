package io.jasyncio;

/** A generator has returned; in the blocking twin of the library. */
public final class StopIteration extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Object value;

  StopIteration(Object value) {
    super("it returned " + value, null, false, false);
    this.value = value;
  }

  /** What the generator returned. */
  public Object value() {
    return value;
  }
}
