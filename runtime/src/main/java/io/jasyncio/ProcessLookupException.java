package io.jasyncio;

/**
 * The process has ended, so nothing can be sent to it. The counterpart of {@code
 * ProcessLookupError}.
 */
public final class ProcessLookupException extends IllegalStateException {

  private static final long serialVersionUID = 1;

  ProcessLookupException(String message) {
    super(message);
  }
}
