package io.jasyncio;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where a loop's exceptions go that nobody awaits: to the handler that was set, or to the log. */
final class ErrorReports {

  private final EventLoop loop;

  /** Null for the log. */
  private ExceptionHandler handler;

  ErrorReports(EventLoop loop) {
    this.loop = loop;
  }

  ExceptionHandler handler() {
    return handler;
  }

  void setHandler(ExceptionHandler handler) {
    this.handler = handler;
  }

  /** Never throws. */
  void report(ErrorContext context) {
    if (handler == null) {
      log(context);
      return;
    }
    try {
      handler.handle(loop, context);
    } catch (Throwable failure) {
      log(
          new ErrorContext(
              "Unhandled error in exception handler", failure, Map.of("context", context)));
    }
  }

  void log(ErrorContext context) {
    try {
      StringBuilder text = new StringBuilder(context.message());
      context.details().forEach((name, value) -> text.append('\n').append(name + ": " + value));
      LoopLog.LOGGER.log(Level.ERROR, text.toString(), context.exception());
    } catch (Throwable failure) {
      // What is described is the user's, and may fail to describe itself.
      LoopLog.LOGGER.log(
          Level.ERROR, "Exception in default exception handler: " + context.message(), failure);
    }
  }

  /** A connection ends by a failure: a defect of the program, or what networks do. */
  void transportFailed(
      BaseTransport transport, BaseProtocol<?> protocol, Throwable failure, String message) {
    if (!(failure instanceof IOException)) {
      report(
          new ErrorContext(message, failure, Map.of("transport", transport, "protocol", protocol)));
    } else if (loop.getDebug()) {
      LoopLog.LOGGER.log(Level.DEBUG, transport + ": " + message, failure);
    }
  }

  /** A callback has thrown. */
  void callbackFailed(Object item, Throwable failure) {
    Map<String, Object> details = new HashMap<>();
    details.put("handle", item);
    if (item instanceof LoopHandle handle && !handle.madeAt().isEmpty()) {
      details.put("created at", CallSite.format(handle.madeAt()));
    }
    report(new ErrorContext("Exception in " + item, failure, details));
  }

  /** The loop is closed, and {@code task} will never be done. */
  void pendingAtClose(Task<?> task, DebugMode debug) {
    Map<String, Object> details = new HashMap<>();
    details.put("task", task);
    List<StackTraceElement> stack = task.getStack();
    if (!stack.isEmpty()) {
      details.put("waits", CallSite.format(stack));
    }
    if (debug != null) {
      details.put("created at", CallSite.format(debug.madeAt((LoopTask<?>) task)));
    }
    report(new ErrorContext("Task was destroyed but it is pending!", null, details));
  }
}
