package io.jasyncio;

import io.jasyncio.internal.Arguments;
import io.jasyncio.internal.CurrentLoop;
import io.jasyncio.internal.Sneaky;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;

/**
 * The values of all {@linkplain ContextVar context variables} for some piece of work. The
 * counterpart of {@code contextvars.Context}.
 *
 * <p>Tasks and callbacks get one without being asked; making one by hand serves to run something in
 * it, with {@link #run}, {@link Asyncio#createTask(Coroutine, String, Context)} or {@link
 * EventLoop#callSoon(Runnable, Context)}, and to look at the values afterwards.
 *
 * <p>Copying takes no time, whatever the number of variables. A context is for one thread at a
 * time.
 */
public final class Context {

  /** For threads without a loop; as {@link EventLoop#context}. */
  private static final ThreadLocal<Object> OF_THREAD = new ThreadLocal<>();

  Bindings bindings;
  private boolean entered;

  /** Makes a context in which no variable is set. */
  public Context() {
    this(Bindings.EMPTY);
  }

  Context(Bindings bindings) {
    this.bindings = bindings;
  }

  /** What the code that runs on this thread sees; as {@link EventLoop#context}. */
  static Object current() {
    EventLoop loop = CurrentLoop.runningOrNull();
    return loop != null ? loop.context : OF_THREAD.get();
  }

  /** The context to change: from now on the running task has one of its own. */
  static Context currentForChange() {
    Object current = current();
    if (current instanceof Context context) {
      return context;
    }
    Context own = new Context(Bindings.of(current));
    setCurrent(own);
    return own;
  }

  /** A copy of the current context, for what starts now; null if it is empty. */
  static Bindings snapshot() {
    return snapshotOf(current());
  }

  static Bindings snapshotOf(Object context) {
    if (context == null) {
      return null;
    }
    Bindings bindings = Bindings.of(context);
    return bindings.size() == 0 ? null : bindings;
  }

  /** Has the code that follows on this thread see {@code context}. */
  static void setCurrent(Object context) {
    EventLoop loop = CurrentLoop.runningOrNull();
    if (loop != null) {
      loop.context = context;
    } else if (context == null) {
      OF_THREAD.remove();
    } else {
      OF_THREAD.set(context);
    }
  }

  /**
   * Calls {@code callable} in this context: it sees the values here, and what it sets stays here.
   * Async code runs in a context as a task of its own.
   *
   * @param <T> the type of the result
   * @param callable called once, before this method returns
   * @return its result; what it throws comes out of here as it is
   * @throws IllegalStateException if code runs in this context already
   */
  public <T> T run(Callable<T> callable) {
    Arguments.notNull(callable, "callable");
    Object before = current();
    if (entered || before == this) {
      throw new IllegalStateException(
          "cannot enter context: " + this + " is already entered. Run in a copy() of it");
    }
    entered = true;
    setCurrent(this);
    try {
      return callable.call();
    } catch (Exception failure) {
      throw Sneaky.raise(failure);
    } finally {
      setCurrent(before);
      entered = false;
    }
  }

  /**
   * Calls {@code action} in this context, as {@link #run(Callable)} does.
   *
   * @param action called once, before this method returns
   * @throws IllegalStateException if code runs in this context already
   */
  public void run(Runnable action) {
    Arguments.notNull(action, "action");
    Object unused =
        run(
            () -> {
              action.run();
              return null;
            });
  }

  /**
   * Makes a context with the same values.
   *
   * @return a context of its own
   */
  public Context copy() {
    return new Context(bindings);
  }

  /**
   * Tells whether a variable is set in this context.
   *
   * @param var any variable
   * @return false if it has only its default here
   */
  public boolean contains(ContextVar<?> var) {
    return bindings.get(var) != Bindings.MISSING;
  }

  /**
   * Returns a variable's value in this context; defaults do not count.
   *
   * @param <T> the type of the value
   * @param var a variable
   * @return its value
   * @throws NoSuchElementException if it is not set here
   */
  @SuppressWarnings("unchecked")
  public <T> T get(ContextVar<T> var) {
    Object value = bindings.get(var);
    if (value == Bindings.MISSING) {
      throw new NoSuchElementException(var + " is not set in " + this);
    }
    return (T) value;
  }

  /**
   * Returns a variable's value in this context, or else {@code fallback}.
   *
   * @param <T> the type of the value
   * @param var a variable
   * @param fallback may be null
   * @return its value, or {@code fallback}
   */
  @SuppressWarnings("unchecked")
  public <T> T get(ContextVar<T> var, T fallback) {
    Object value = bindings.get(var);
    return value == Bindings.MISSING ? fallback : (T) value;
  }

  /**
   * Lists the variables that are set, with their values.
   *
   * @return a copy, in the order in which the variables were made
   */
  public Map<ContextVar<?>, Object> toMap() {
    Map<ContextVar<?>, Object> map = new LinkedHashMap<>();
    Bindings now = bindings;
    for (int i = 0; i < now.size(); i++) {
      map.put(now.var(i), now.value(i));
    }
    return Collections.unmodifiableMap(map);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("Context (");
    toMap()
        .forEach(
            (var, value) ->
                text.append(text.charAt(text.length() - 1) == '(' ? "" : ", ")
                    .append(var.name())
                    .append('=')
                    .append(value));
    return text.append(')').toString();
  }
}
