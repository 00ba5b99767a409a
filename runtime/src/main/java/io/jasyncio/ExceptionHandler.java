package io.jasyncio;

/**
 * Gets the exceptions of a loop that nobody awaits, as those of callbacks. The counterpart of the
 * argument of {@code loop.set_exception_handler}.
 */
@FunctionalInterface
public interface ExceptionHandler {

  /**
   * Called on the loop's thread. To do what the loop does without a handler, call {@link
   * EventLoop#defaultExceptionHandler}.
   *
   * @param loop the loop
   * @param context what happened
   */
  void handle(EventLoop loop, ErrorContext context);
}
