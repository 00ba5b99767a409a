package io.jasyncio;

import java.util.Locale;

/** Signals of the operating system, by their names. */
final class Signals {

  private static final String PREFIX = "SIG";

  /** Null until it is needed. Guarded by the class. */
  private static PlatformSignals platform;

  private Signals() {}

  /**
   * Has {@code action} called when a signal comes, on a thread of the JVM's.
   *
   * @param name as {@code "INT"} or {@code "SIGINT"}
   * @return the handler
   * @throws UnsupportedOperationException if this JVM has no signal handlers
   * @throws IllegalArgumentException if there is no such signal, or it cannot be handled
   */
  static Installed handle(String name, Runnable action) {
    try {
      Object signal = signal(name);
      Object handler = platform().handler(action);
      return new Installed(signal, handler, platform().install(signal, handler));
    } catch (IllegalArgumentException refused) {
      throw new IllegalArgumentException(
          "The signal %s cannot be handled: %s. Give one like \"INT\", \"TERM\" or \"HUP\""
              .formatted(name, refused.getMessage()),
          refused);
    }
  }

  /** Sends a signal to this process, which has a handler for it or had one. */
  static void raise(String name) {
    platform().raise(signal(name));
  }

  private static synchronized PlatformSignals platform() {
    if (platform == null) {
      platform = PlatformSignals.find();
    }
    return platform;
  }

  private static Object signal(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return platform().signal(upper.startsWith(PREFIX) ? upper.substring(PREFIX.length()) : upper);
  }

  /** A handler in its place. */
  static final class Installed {

    private final Object signal;
    private final Object handler;
    private final Object previous;

    private Installed(Object signal, Object handler, Object previous) {
      this.signal = signal;
      this.handler = handler;
      this.previous = previous;
    }

    /** True if the JVM's own handling was in this place: nobody else wanted the signal. */
    boolean replacedDefault() {
      return platform().isDefault(previous);
    }

    /**
     * True if the JVM never hears of the signal: SIGHUP, SIGINT and SIGTERM stay ignored in a
     * process that was started ignoring them. The JVM then reports them as ignored however often a
     * handler is set.
     */
    boolean isDeaf() {
      return platform().install(signal, handler) != handler;
    }

    /** Puts the handler that was there before back, unless another has come meanwhile. */
    void remove() {
      Object current = platform().install(signal, previous);
      if (current != handler) {
        Object unused = platform().install(signal, current);
      }
    }
  }
}
