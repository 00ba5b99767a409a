package io.jasyncio;

import io.jasyncio.internal.CurrentLoop;
import java.lang.System.Logger.Level;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a loop notes in debug mode. Without it a loop has none of these, and nothing is noted.
 *
 * <p>Coroutines that were never awaited, and exceptions that nobody has asked for, are reported
 * when the garbage collector finds them, or at the latest when their loop is closed.
 */
final class DebugMode {

  private static final String PROPERTY = "jasyncio.debug";
  private static final String VARIABLE = "JASYNCIO_DEBUG";

  /** What somebody should use before it is gone. */
  private static final class Watched extends WeakReference<Object> {

    private final int hash;
    private final DebugMode by;
    private final String message;
    private final Throwable failure;
    private final Map<String, Object> details = new TreeMap<>();

    Watched(Object object, DebugMode by, String message, Throwable failure) {
      super(object, by.collected);
      this.hash = System.identityHashCode(object);
      this.by = by;
      this.message = message;
      this.failure = failure;
    }

    ErrorContext report() {
      return new ErrorContext(message, failure, details);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      return this == other;
    }
  }

  /** Finds the entry of an object. */
  private record Key(Object object) {

    @Override
    public int hashCode() {
      return System.identityHashCode(object);
    }

    @Override
    @SuppressWarnings("EqualsUnsafeCast") // the map holds nothing else
    public boolean equals(Object other) {
      return ((Watched) other).get() == object;
    }
  }

  /** Of all loops, since a coroutine may be awaited in another one than it was made in. */
  private static final ConcurrentMap<Object, Watched> WATCHED = new ConcurrentHashMap<>();

  private static final AtomicInteger LOOPS = new AtomicInteger();

  /**
   * True while there is a loop in debug mode. Not volatile, since every coroutine asks: threads
   * that work with such a loop see it in time.
   */
  static boolean tracking;

  private final EventLoop loop;
  private final ReferenceQueue<Object> collected = new ReferenceQueue<>();
  private final IdentityHashMap<LoopTask<?>, List<StackTraceElement>> madeAt =
      new IdentityHashMap<>();

  private DebugMode(EventLoop loop) {
    this.loop = loop;
  }

  /** The mode is switched on. */
  static DebugMode begin(EventLoop loop) {
    LOOPS.incrementAndGet();
    tracking = true;
    return new DebugMode(loop);
  }

  /** Whether the system property or the environment variable asks for debug mode. */
  static boolean byDefault() {
    String property = System.getProperty(PROPERTY);
    if (property != null) {
      return !property.equals("false");
    }
    String variable = System.getenv(VARIABLE);
    return variable != null && !variable.isEmpty();
  }

  /** The mode is switched off. */
  void end() {
    WATCHED.values().removeIf(watched -> watched.by == this);
    tracking = LOOPS.decrementAndGet() > 0;
  }

  // Coroutines

  /** A coroutine was made, by a call or, without ever being a call's result, by a body. */
  static void made(Coroutine<?> coroutine) {
    EventLoop loop = CurrentLoop.runningOrNull();
    DebugMode debug = loop == null ? null : loop.debugMode();
    if (debug == null || coroutine instanceof DriverFrame) {
      return;
    }
    List<StackTraceElement> stack = CallSite.ofCoroutine();
    if (!stack.isEmpty()) {
      debug.watch(coroutine, "coroutine was never awaited: " + coroutine.call(), null, stack);
    }
  }

  /** The coroutine was started, or closed. */
  static void used(Coroutine<?> coroutine) {
    WATCHED.remove(new Key(coroutine));
  }

  // Tasks and futures

  void made(LoopTask<?> task) {
    madeAt.put(task, CallSite.ofCaller());
  }

  void done(LoopTask<?> task) {
    madeAt.remove(task);
  }

  /** Where the task was made; empty if that was not noted. */
  List<StackTraceElement> madeAt(LoopTask<?> task) {
    return madeAt.getOrDefault(task, List.of());
  }

  void failed(LoopFuture<?> future, Throwable failure) {
    if (future instanceof LoopTask<?> task) {
      Watched watched = watch(task, "Task exception was never retrieved", failure, madeAt(task));
      watched.details.put("task", task.toString());
    } else {
      Watched watched = watch(future, "Future exception was never retrieved", failure, List.of());
      watched.details.put("future", future.toString());
    }
  }

  void retrieved(LoopFuture<?> future) {
    WATCHED.remove(new Key(future));
  }

  private Watched watch(
      Object object, String message, Throwable failure, List<StackTraceElement> stack) {
    Watched watched = new Watched(object, this, message, failure);
    if (!stack.isEmpty()) {
      watched.details.put("created at", CallSite.format(stack));
    }
    WATCHED.put(watched, watched);
    return watched;
  }

  // Reports

  /** Reports what the garbage collector has found. */
  void reportCollected() {
    for (Reference<?> found = collected.poll(); found != null; found = collected.poll()) {
      Watched watched = (Watched) found;
      if (WATCHED.remove(watched, watched)) {
        loop.callExceptionHandler(watched.report());
      }
    }
  }

  /** Reports everything that is still watched: the loop is being closed. */
  void reportAll() {
    for (Watched watched : WATCHED.values()) {
      if (watched.by == this && WATCHED.remove(watched, watched)) {
        loop.callExceptionHandler(watched.report());
      }
    }
  }

  /** Runs a callback or a task's step and tells if it took long. */
  void takeTurn(Ready item) {
    long begin = loop.time();
    try {
      item.takeTurn();
    } finally {
      long nanos = loop.time() - begin;
      if (nanos >= loop.slowCallbackNanos()) {
        LoopLog.LOGGER.log(
            Level.WARNING,
            String.format(Locale.ROOT, "Executing %s took %.3f seconds", item, nanos / 1e9));
      }
    }
  }
}
