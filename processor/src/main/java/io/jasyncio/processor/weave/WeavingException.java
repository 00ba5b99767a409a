package io.jasyncio.processor.weave;

/** A method that cannot be woven, with what its author is told. */
public final class WeavingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String id;
  private final String method;
  private final int line;

  WeavingException(String id, String method, int line, String message) {
    this(id, method, line, message, null);
  }

  WeavingException(String id, String method, int line, String message, Throwable cause) {
    super(message, cause);
    this.id = id;
    this.method = method;
    this.line = line;
  }

  /** The diagnostic's id. */
  public String id() {
    return id;
  }

  /** Class and method, as {@code a.b.Crawler.fetch}. */
  public String method() {
    return method;
  }

  /** The source line, or -1. */
  public int line() {
    return line;
  }
}
