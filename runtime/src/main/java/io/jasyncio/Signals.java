package io.jasyncio;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Locale;

/**
 * Signals of the operating system, through {@code sun.misc.Signal}.
 *
 * <p>That class is not part of Java SE but of the module {@code jdk.unsupported}, which exports it.
 * It is looked up by name, so that programs without that module work as well: they only have no
 * signal handlers.
 */
final class Signals {

  private static final String PREFIX = "SIG";

  /** Null where there is no {@code sun.misc.Signal}. */
  private static final Class<?> SIGNAL = find("sun.misc.Signal");

  private static final Class<?> HANDLER = find("sun.misc.SignalHandler");

  private Signals() {}

  private static Class<?> find(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException missing) {
      return null;
    }
  }

  /**
   * Has {@code action} called when a signal comes, on a thread of the JVM's.
   *
   * @param name as {@code "INT"} or {@code "SIGINT"}
   * @return the handler
   * @throws UnsupportedOperationException if this JVM has no signal handlers
   * @throws IllegalArgumentException if there is no such signal, or it cannot be handled
   */
  static Installed handle(String name, Runnable action) {
    if (SIGNAL == null || HANDLER == null) {
      throw new UnsupportedOperationException(
          "Signal handlers need the module jdk.unsupported: run with --add-modules"
              + " jdk.unsupported");
    }
    Object signal = signal(name);
    Object handler =
        Proxy.newProxyInstance(
            HANDLER.getClassLoader(),
            new Class<?>[] {HANDLER},
            (proxy, method, arguments) -> invoked(proxy, method, arguments, action));
    return new Installed(signal, handler, install(signal, handler));
  }

  /** Sends a signal to this process. */
  static void raise(String name) {
    call("raise", new Class<?>[] {SIGNAL}, signal(name));
  }

  private static Object invoked(Object proxy, Method method, Object[] arguments, Runnable action) {
    switch (method.getName()) {
      case "handle" -> {
        action.run();
        return null;
      }
      case "equals" -> {
        return proxy == arguments[0];
      }
      case "hashCode" -> {
        return System.identityHashCode(proxy);
      }
      default -> {
        return "signal handler of jasyncio";
      }
    }
  }

  private static Object signal(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    String shortName = upper.startsWith(PREFIX) ? upper.substring(PREFIX.length()) : upper;
    try {
      return SIGNAL.getConstructor(String.class).newInstance(shortName);
    } catch (ReflectiveOperationException failure) {
      throw refused(name, failure);
    }
  }

  private static Object install(Object signal, Object handler) {
    return call("handle", new Class<?>[] {SIGNAL, HANDLER}, signal, handler);
  }

  private static Object call(String method, Class<?>[] types, Object... arguments) {
    try {
      return SIGNAL.getMethod(method, types).invoke(null, arguments);
    } catch (ReflectiveOperationException failure) {
      throw refused(String.valueOf(arguments[0]), failure);
    }
  }

  private static RuntimeException refused(String name, ReflectiveOperationException failure) {
    Throwable cause =
        failure instanceof InvocationTargetException target ? target.getCause() : failure;
    if (cause instanceof IllegalArgumentException) {
      return new IllegalArgumentException(
          "The signal %s cannot be handled: %s. Give one like \"INT\", \"TERM\" or \"HUP\""
              .formatted(name, cause.getMessage()),
          cause);
    }
    return new UnsupportedOperationException("This JVM has no signal handlers", cause);
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
      return previous.getClass().getName().startsWith("sun.misc.") && !isIgnore(previous);
    }

    /**
     * True if the JVM never hears of the signal: SIGHUP, SIGINT and SIGTERM stay ignored in a
     * process that was started ignoring them. The JVM then reports them as ignored however often a
     * handler is set.
     */
    boolean isDeaf() {
      return install(signal, handler) != handler;
    }

    /** Puts the handler that was there before back, unless another has come meanwhile. */
    void remove() {
      Object current = install(signal, previous);
      if (current != handler) {
        Object unused = install(signal, current);
      }
    }

    private static boolean isIgnore(Object handler) {
      try {
        return handler == HANDLER.getField("SIG_IGN").get(null);
      } catch (ReflectiveOperationException impossible) {
        return false;
      }
    }
  }
}
