package io.jasyncio;

import io.jasyncio.internal.Arguments;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A variable whose value belongs to the task that reads it: a request's id, a user, a locale. The
 * counterpart of {@code contextvars.ContextVar}.
 *
 * <p>Every task runs in a copy of the {@link Context} of the one that made it, so it inherits all
 * values, and what it sets, its awaits included, is seen by no other task but those that it makes
 * afterwards. The same holds for callbacks. On a thread without a loop the variable belongs to the
 * thread.
 *
 * <pre>{@code
 * static final ContextVar<String> REQUEST = new ContextVar<>("request", "none");
 * }</pre>
 *
 * <p>Any thread may use a variable. Keep it in a static final field: contexts hold on to the
 * variables that are set in them.
 *
 * @param <T> the type of the value
 */
public final class ContextVar<T> {

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  /** What {@link ContextVar#set} has replaced, for {@link ContextVar#reset}. */
  public static final class Token<T> {

    private final ContextVar<T> var;
    private final Context context;

    /** {@link Bindings#MISSING} if there was none. */
    private final Object oldValue;

    private boolean used;

    private Token(ContextVar<T> var, Context context, Object oldValue) {
      this.var = var;
      this.context = context;
      this.oldValue = oldValue;
    }

    /**
     * Returns the variable that was set.
     *
     * @return the variable
     */
    public ContextVar<T> var() {
      return var;
    }

    /**
     * Tells whether the variable had a value in the context. {@code token.old_value is
     * Token.MISSING}, turned round.
     *
     * @return false if there was none, or only the default
     */
    public boolean hasOldValue() {
      return oldValue != Bindings.MISSING;
    }

    /**
     * Returns the value that was replaced.
     *
     * @return the old value
     * @throws NoSuchElementException if there was none
     */
    @SuppressWarnings("unchecked")
    public T oldValue() {
      if (!hasOldValue()) {
        throw new NoSuchElementException(var + " had no value before: ask hasOldValue() first");
      }
      return (T) oldValue;
    }

    @Override
    public String toString() {
      return "Token (" + (used ? "used, " : "") + "of " + var + ")";
    }
  }

  final int number = NUMBERS.incrementAndGet();
  private final String name;
  private final Object defaultValue;

  /**
   * Makes a variable without a default.
   *
   * @param name for logs
   */
  public ContextVar(String name) {
    this.name = Arguments.notNull(name, "name");
    this.defaultValue = Bindings.MISSING;
  }

  /**
   * Makes a variable with a default.
   *
   * @param name for logs
   * @param defaultValue what {@link #get()} gives where none was set; may be null
   */
  public ContextVar(String name, T defaultValue) {
    this.name = Arguments.notNull(name, "name");
    this.defaultValue = defaultValue;
  }

  /**
   * Returns the name.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * Returns the value in the current context, or else the default.
   *
   * @return the value
   * @throws NoSuchElementException if there is neither
   */
  @SuppressWarnings("unchecked")
  public T get() {
    Object value = Bindings.of(Context.current()).get(this);
    if (value == Bindings.MISSING) {
      value = defaultValue;
    }
    if (value == Bindings.MISSING) {
      throw new NoSuchElementException(
          this + " has no value here: set it, give it a default, or use get(fallback)");
    }
    return (T) value;
  }

  /**
   * Returns the value in the current context, or else {@code fallback}; the variable's own default
   * does not count.
   *
   * @param fallback may be null
   * @return the value or {@code fallback}
   */
  @SuppressWarnings("unchecked")
  public T get(T fallback) {
    Object value = Bindings.of(Context.current()).get(this);
    return value == Bindings.MISSING ? fallback : (T) value;
  }

  /**
   * Sets the value in the current context.
   *
   * @param value may be null
   * @return for {@link #reset}, to get back what was there before
   */
  public Token<T> set(T value) {
    Context context = Context.currentForChange();
    Object oldValue = context.bindings.get(this);
    context.bindings = context.bindings.with(this, value);
    return new Token<>(this, context, oldValue);
  }

  /**
   * Takes a {@link #set} back.
   *
   * @param token what {@code set} gave, in the same context; each is good for once
   * @throws IllegalStateException if the token was used before
   * @throws IllegalArgumentException if it is of another variable, or was made in another context
   */
  public void reset(Token<T> token) {
    if (token.used) {
      throw new IllegalStateException(token + " has already been used once");
    }
    if (token.var != this) {
      throw new IllegalArgumentException(
          token + " was created by a different ContextVar: reset that one");
    }
    if (Context.current() != token.context) {
      throw new IllegalArgumentException(
          token + " was created in a different Context: reset it in the task that has set it");
    }
    token.used = true;
    Context context = token.context;
    context.bindings =
        token.hasOldValue()
            ? context.bindings.with(this, token.oldValue)
            : context.bindings.without(this);
  }

  @Override
  public String toString() {
    return "ContextVar '" + name + "'";
  }
}
