package io.jasyncio;

import java.util.List;

/**
 * Several failures at once: what a {@link TaskGroup} throws when tasks of it have failed. The
 * counterpart of Python's {@code ExceptionGroup}.
 *
 * <p>The first failure is the cause, so that a stack trace begins with it; the others are
 * suppressed exceptions. {@link #exceptions()} has them all.
 */
public final class ExceptionGroup extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Throwable[] exceptions;

  /**
   * Groups failures.
   *
   * @param message what they have in common; their number is added to it
   * @param exceptions at least one
   * @throws IllegalArgumentException if there is none
   */
  public ExceptionGroup(String message, List<? extends Throwable> exceptions) {
    super(describe(message, exceptions), exceptions.get(0));
    this.exceptions = exceptions.toArray(Throwable[]::new);
    exceptions.stream().skip(1).forEach(this::addSuppressed);
  }

  private static String describe(String message, List<? extends Throwable> exceptions) {
    int count = exceptions.size();
    if (count == 0) {
      throw new IllegalArgumentException("a group of no exceptions: give at least one");
    }
    return "%s (%d %s)".formatted(message, count, count == 1 ? "exception" : "exceptions");
  }

  /**
   * Returns the failures.
   *
   * @return an unmodifiable list, in the order in which they happened
   */
  public List<Throwable> exceptions() {
    return List.of(exceptions);
  }
}
