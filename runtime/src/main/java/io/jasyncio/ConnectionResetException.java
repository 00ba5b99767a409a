package io.jasyncio;

import java.io.IOException;
import java.net.SocketException;

/**
 * The connection is gone: the other end has reset it, or has left while this end still sends. The
 * counterpart of {@code ConnectionResetError} and {@code BrokenPipeError}.
 */
public final class ConnectionResetException extends SocketException {

  private static final long serialVersionUID = 1;

  ConnectionResetException(String message) {
    super(message);
  }

  /** This exception for what the operating system calls by several names, or else the same. */
  static IOException of(IOException failure) {
    String message = failure.getMessage();
    if (message != null && (message.contains("reset") || message.contains("Broken pipe"))) {
      ConnectionResetException named = new ConnectionResetException(message);
      named.initCause(failure);
      return named;
    }
    return failure;
  }
}
