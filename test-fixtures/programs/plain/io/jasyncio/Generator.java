package io.jasyncio;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * A generator in the blocking twin of the library: its body runs on a thread of its own, and one of
 * the two threads always waits for the other.
 *
 * @param <T> type of the values
 */
public class Generator<T> implements Iterable<T>, Iterator<T>, AutoCloseable {

  private static final ThreadLocal<Generator<?>> RUNNING = new ThreadLocal<>();

  /** Those whose thread has not ended. */
  private static final Set<Generator<?>> STARTED = ConcurrentHashMap.newKeySet();

  private enum Turn {
    CONSUMER,
    BODY
  }

  private final Supplier<? extends Generator<T>> body;
  private Turn turn = Turn.CONSUMER;
  private boolean started;
  private boolean over;
  private boolean abandoned;

  /** What the consumer sends, and what the body emits. */
  private Object passed;

  private Throwable thrown;
  private boolean looked;
  private T ahead;

  /** A generator whose body is a method's call. */
  public Generator(Supplier<? extends Generator<T>> body) {
    this.body = body;
  }

  /** The result of a body. */
  static final class Done<T> extends AsyncGenerator<T> {
    private final Object value;

    Done(Object value) {
      super(null);
      this.value = value;
    }
  }

  static Object emit(Object value) {
    return RUNNING.get().emitHere(value);
  }

  static Object emitAll(Iterable<?> source) {
    if (source instanceof Generator<?> generator) {
      return delegate(generator);
    }
    Iterator<?> values = source.iterator();
    while (values.hasNext()) {
      if (emit(values.next()) != null) {
        throw new IllegalArgumentException(
            "can't send a value to " + values.getClass().getName() + ", which is no generator");
      }
    }
    return null;
  }

  /**
   * Python's {@code yield from}, as its documentation spells it out, but for the GeneratorExit: the
   * inner one gets the same, so that what is suppressed on the way out stays to be seen.
   */
  private static Object delegate(Generator<?> source) {
    Object value;
    try {
      value = source.send(null);
    } catch (StopIteration end) {
      return end.value();
    }
    while (true) {
      Object sent;
      try {
        sent = emit(value);
      } catch (GeneratorExit exit) {
        source.closeWith(exit);
        throw exit;
      } catch (Throwable failure) {
        try {
          value = source.throwInto(failure);
        } catch (StopIteration end) {
          return end.value();
        }
        continue;
      }
      try {
        value = source.send(sent);
      } catch (StopIteration end) {
        return end.value();
      }
    }
  }

  /**
   * Forgets the generators of programs before. One that was given up may have some that wait for
   * ever, and hold what {@link #abandonAll} would wait for.
   */
  public static void forgetAll() {
    STARTED.clear();
  }

  /** Ends the threads of generators that a program has left suspended. */
  public static void abandonAll() {
    for (Generator<?> each : STARTED) {
      each.abandon();
    }
  }

  private synchronized void abandon() {
    abandoned = true;
    notifyAll();
  }

  private synchronized Object emitHere(Object value) {
    passed = value;
    pass(Turn.CONSUMER);
    await(Turn.BODY);
    return take();
  }

  private Object take() {
    Throwable failure = thrown;
    Object value = passed;
    thrown = null;
    passed = null;
    if (failure != null) {
      throw Generator.<RuntimeException>sneakily(failure);
    }
    return value;
  }

  private void pass(Turn next) {
    turn = next;
    notifyAll();
  }

  private void await(Turn mine) {
    while (turn != mine) {
      if (abandoned) {
        throw new Abandoned();
      }
      try {
        wait();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private synchronized void runBody() {
    RUNNING.set(this);
    STARTED.add(this);
    try {
      await(Turn.BODY);
      Object result = delegateTail(body.get());
      thrown = new StopIteration(result);
    } catch (StopIteration leaked) {
      thrown = new IllegalStateException("generator raised StopIteration", leaked);
    } catch (StopAsyncIteration leaked) {
      thrown = new IllegalStateException("async generator raised StopAsyncIteration", leaked);
    } catch (Throwable failure) {
      thrown = failure;
    }
    STARTED.remove(this);
    over = true;
    passed = null;
    pass(Turn.CONSUMER);
  }

  /** Thrown in the body of a generator that nobody will ask again. */
  private static final class Abandoned extends Error {
    private static final long serialVersionUID = 1;
  }

  private static Object delegateTail(Generator<?> returned) {
    return returned instanceof Done<?> done ? done.value : delegate(returned);
  }

  @SuppressWarnings("unchecked")
  private synchronized T step(Object sent, Throwable failure) {
    if (over) {
      throw failure == null ? new StopIteration(null) : Generator.<RuntimeException>sneakily(failure);
    }
    if (!started) {
      if (failure != null) {
        over = true;
        throw Generator.<RuntimeException>sneakily(failure);
      }
      started = true;
      Thread thread = new Thread(this::runBody);
      thread.setDaemon(true);
      thread.start();
    }
    passed = sent;
    thrown = failure;
    pass(Turn.BODY);
    await(Turn.CONSUMER);
    return (T) take();
  }

  /** Goes on with a value. */
  public final T send(Object value) {
    return step(value, null);
  }

  /** Throws at the emit. */
  public final T throwInto(Throwable failure) {
    return step(null, failure);
  }

  @Override
  public final void close() {
    closeWith(new GeneratorExit());
  }

  private void closeWith(GeneratorExit exit) {
    if (!started) {
      over = true;
    }
    if (over) {
      return;
    }
    try {
      step(null, exit);
    } catch (GeneratorExit | StopIteration ended) {
      return;
    }
    throw new IllegalStateException("generator ignored GeneratorExit");
  }

  @Override
  public final Iterator<T> iterator() {
    return this;
  }

  @Override
  public final boolean hasNext() {
    if (!looked) {
      try {
        ahead = step(null, null);
      } catch (StopIteration end) {
        return false;
      }
      looked = true;
    }
    return true;
  }

  @Override
  public final T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    looked = false;
    return ahead;
  }

  final boolean isOver() {
    return over;
  }

  @SuppressWarnings("unchecked")
  private static <X extends Throwable> RuntimeException sneakily(Throwable failure) throws X {
    throw (X) failure;
  }
}
