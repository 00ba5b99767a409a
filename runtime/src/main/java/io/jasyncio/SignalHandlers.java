package io.jasyncio;

import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The signal handlers of a loop, by the names of their signals. */
final class SignalHandlers {

  private final EventLoop loop;
  private final Map<String, Signals.Installed> handlers = new HashMap<>();

  SignalHandlers(EventLoop loop) {
    this.loop = loop;
  }

  /** Replaces one for the same signal. */
  void add(String signal, Runnable callback) {
    boolean unused = remove(signal);
    Signals.Installed handler =
        Signals.handle(signal, () -> loop.callSoonThreadsafeUnlessClosed(callback));
    handlers.put(key(signal), handler);
    if (handler.isDeaf()) {
      LoopLog.LOGGER.log(
          Level.WARNING,
          "The handler of SIG{0} will not be called: this process was started ignoring the signal,"
              + " as nohup and background jobs do. Start it in the foreground, or through"
              + " env --default-signal={0}",
          key(signal));
    }
  }

  boolean remove(String signal) {
    Signals.Installed handler = handlers.remove(key(signal));
    if (handler != null) {
      handler.remove();
    }
    return handler != null;
  }

  void removeAll() {
    handlers.values().forEach(Signals.Installed::remove);
    handlers.clear();
  }

  private static String key(String signal) {
    String upper = signal.toUpperCase(Locale.ROOT);
    return upper.startsWith("SIG") ? upper.substring("SIG".length()) : upper;
  }
}
