package io.jasyncio;

/**
 * Ctrl-C was pressed, and the program that was running has ended by it. The counterpart of Python's
 * {@code KeyboardInterrupt}.
 *
 * <p>Thrown by {@link Runner#run} under {@link OnInterrupt#THROW}. It is an {@code Error}, so that
 * {@code catch (Exception e)} does not take it for a failure of the program.
 */
public final class KeyboardInterrupt extends Error {

  private static final long serialVersionUID = 1L;

  KeyboardInterrupt(CancelledError cause) {
    super("Ctrl-C was pressed", cause);
  }
}
