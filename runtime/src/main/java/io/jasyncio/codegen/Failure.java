package io.jasyncio.codegen;

/**
 * The outcome of something awaited that ended with an exception, on its way to the frame that
 * awaits it. It never leaves the runtime: the frame throws the cause.
 */
public final class Failure {

  final Throwable cause;

  /**
   * Wraps an exception for {@link Execution#resume}.
   *
   * @param cause what the awaited thing failed with
   */
  public Failure(Throwable cause) {
    this.cause = cause;
  }

  /**
   * Returns what the awaited thing failed with.
   *
   * @return the cause that was given
   */
  public Throwable cause() {
    return cause;
  }
}
