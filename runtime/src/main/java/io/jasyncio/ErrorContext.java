package io.jasyncio;

import io.jasyncio.internal.Arguments;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an {@link ExceptionHandler} is told.
 *
 * @param message what happened, as a sentence for a log
 * @param exception the exception, or null if there is none
 * @param details what it happened to, sorted by name: {@code "handle"}, {@code "task"}, {@code
 *     "future"} and so on
 */
public record ErrorContext(String message, Throwable exception, Map<String, Object> details) {

  /**
   * Copies the details.
   *
   * @param message not null
   * @param exception may be null
   * @param details not null
   */
  public ErrorContext {
    Arguments.notNull(message, "message");
    details = Collections.unmodifiableMap(new TreeMap<>(details));
  }
}
