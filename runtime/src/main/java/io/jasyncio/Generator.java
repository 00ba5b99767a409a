package io.jasyncio;

import io.jasyncio.codegen.Failure;
import io.jasyncio.codegen.GeneratorMachine;
import io.jasyncio.internal.Arguments;
import io.jasyncio.internal.Sneaky;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A call of a generator method, an {@code @Async} method that is declared to return one: Python's
 * generator object. It is for plain Java code, and has nothing to do with a loop.
 *
 * <pre>{@code
 * @Async
 * static Generator<String> walk(Node node) {
 *   emit(node.name());
 *   for (Node child : node.children()) {
 *     emitAll(walk(child));              // yield from
 *   }
 *   return done();
 * }
 *
 * for (String name : walk(root)) {...}   // the body runs as far as the loop asks
 * }</pre>
 *
 * <p>The call runs nothing. Each value that is asked for runs the body up to its next {@code emit}.
 * Generators that hand on to generators take no Java stack, and a value costs the same however many
 * there are on its way.
 *
 * <p>A generator is iterated once; {@link #iterator} returns the generator itself. One that is not
 * run to its end keeps its {@code finally} blocks until it is {@linkplain #close closed}, as in
 * {@code try (var names = walk(root)) {...}}. It belongs to one thread at a time.
 *
 * <p>Subclasses are written by the annotation processor.
 *
 * @param <T> the type of the values
 */
@SuppressWarnings("IterableAndIterator") // so is Python's: iterated once, by for or step by step
public abstract class Generator<T> extends GeneratorMachine
    implements Iterable<T>, Iterator<T>, AutoCloseable {

  /** Null before the start, and for one that another generator has handed on to. */
  private GeneratorRun run;

  /** Whether {@link #hasNext} has run the body ahead, and what it has come to. */
  private boolean looked;

  private T ahead;

  /** For generated subclasses. */
  protected Generator() {}

  /** Returns this generator. */
  @Override
  public final Iterator<T> iterator() {
    return this;
  }

  /**
   * Runs the body up to its next {@code emit}, and keeps the value for {@link #next}.
   *
   * @return false if the body has returned
   */
  @Override
  public final boolean hasNext() {
    if (!looked) {
      if (isFinished()) {
        return false;
      }
      try {
        ahead = go(null);
      } catch (StopIteration returned) {
        return false;
      }
      looked = true;
    }
    return true;
  }

  /**
   * Runs the body up to its next {@code emit}, which evaluates to null when the body goes on.
   *
   * @throws NoSuchElementException if the body has returned
   */
  @Override
  public final T next() {
    if (!hasNext()) {
      throw new NoSuchElementException(this + " has no more values");
    }
    T value = ahead;
    looked = false;
    ahead = null;
    return value;
  }

  /**
   * Goes on with {@code value} as what the {@code emit} evaluates to at which the body stands.
   * Python's {@code generator.send(value)}.
   *
   * @param value null to start
   * @return what the body emits next
   * @throws StopIteration with what the body has returned, and without it for every further call
   * @throws IllegalArgumentException for a value that is sent to a body that has not started
   * @throws IllegalStateException if {@link #hasNext} has run ahead, and the value was not taken
   */
  public final T send(Object value) {
    checkNotAhead("send");
    if (isCreated() && value != null) {
      throw new IllegalArgumentException(
          "can't send a value to a generator that was just made: start it with next()");
    }
    return go(value);
  }

  /**
   * Throws an exception at the {@code emit} where the body stands. Python's {@code
   * generator.throw(exc)}. A generator that was not started ends with it at once, and from one that
   * has ended it just comes back.
   *
   * @param failure what to throw; as it is, checked exceptions too
   * @return what the body emits after it has caught the exception
   * @throws StopIteration with what the body returns, if it catches the exception and ends
   * @throws IllegalStateException if {@link #hasNext} has run ahead, and the value was not taken
   */
  public final T throwInto(Throwable failure) {
    Arguments.notNull(failure, "failure");
    checkNotAhead("throwInto");
    if (isCreated()) {
      abandon();
    }
    if (isFinished()) {
      throw Sneaky.raise(failure);
    }
    return go(new Failure(failure));
  }

  /**
   * Ends the generator: {@link GeneratorExit} is thrown at the {@code emit} where the body stands,
   * so that its {@code finally} blocks run. One that was not started just ends; one that is over is
   * left alone. Python's {@code generator.close()}.
   *
   * @throws IllegalStateException if the body emits again instead of ending
   */
  @Override
  public final void close() {
    looked = false;
    ahead = null;
    if (isCreated()) {
      abandon();
    }
    if (isFinished()) {
      return;
    }
    try {
      T unused = go(new Failure(new GeneratorExit()));
    } catch (GeneratorExit | StopIteration ended) {
      return;
    }
    throw new IllegalStateException("generator ignored GeneratorExit: " + this);
  }

  /**
   * A sequential stream of the values. Closing the stream closes the generator.
   *
   * @return a stream, to be used once
   */
  public final Stream<T> stream() {
    return StreamSupport.stream(spliterator(), false).onClose(this::close);
  }

  /** In the order of the body; the number of values is not known. */
  @Override
  public final Spliterator<T> spliterator() {
    return Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED);
  }

  /** True while the generator can be handed on to: nobody has used it. */
  final boolean isUnused() {
    return isCreated();
  }

  /** True once the body has ended. */
  final boolean isOver() {
    return isFinished();
  }

  /** For the run: what the body has left with its machine. */
  final Object emittedValue() {
    return takeEmitted();
  }

  /** Goes on for a generator that hands on to this one, which was started before. */
  final Object nextForOther(Object sent) {
    return looked ? next() : go(sent);
  }

  @SuppressWarnings("unchecked") // the body's values have been checked at compile time
  private T go(Object sent) {
    if (run == null) {
      if (isFinished()) {
        throw new StopIteration(null);
      }
      if (!isCreated()) {
        throw reused();
      }
      run = new GeneratorRun(this);
    }
    return (T) run.next(sent);
  }

  private void checkNotAhead(String method) {
    if (looked) {
      throw new IllegalStateException(
          method + " after hasNext(): the body has emitted another value, take it with next()");
    }
  }

  @Override
  protected final Throwable leaving(Throwable failure) {
    return failure instanceof StopIteration
        ? new IllegalStateException("generator raised StopIteration", failure)
        : failure;
  }

  @Override
  protected final RuntimeException reused() {
    return new IllegalStateException(
        isFinished()
            ? this + " has ended: call the method again for a new one"
            : "generator already executing: " + this);
  }

  @Override
  public final String toString() {
    String state = isCreated() ? "created" : isFinished() ? "closed" : "started";
    return getClass().getName() + " (" + state + ")";
  }
}
