package io.jasyncio;

import io.jasyncio.codegen.AsyncLoop;
import io.jasyncio.internal.Arguments;
import io.jasyncio.internal.CurrentLoop;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Something that an async method can loop over with {@code for}, suspending before each value:
 * Python's {@code async for}.
 *
 * <pre>{@code
 * for (String line : reader.lines()) {...}
 * }</pre>
 *
 * <p>A loop that ends early, by {@code break}, {@code return} or an exception, closes the iterator
 * that it has got from {@link #aiter}, if that is an {@link AsyncCloseable}; an {@link
 * AsyncGenerator} is. The closing is awaited before anything behind or around the loop runs. What
 * it throws after a {@code break} or {@code return} comes out of the loop; after an exception it is
 * added to that as suppressed.
 *
 * <p>Outside an async method such a loop is a compile error. The methods that {@link Iterable} has
 * for plain code throw {@link IllegalStateException}.
 *
 * <p>The operators ({@link #map}, {@link #filter} and so on) are the async generators that one
 * would write for them: they run nothing by themselves, and who leaves one closes what it iterates.
 * They ask for a value only when they are asked for one, {@link #merge} and {@link #buffer}
 * excepted.
 *
 * @param <T> the type of the values
 */
public interface AsyncIterable<T> extends Iterable<T> {

  /**
   * Begins an iteration. Python's {@code __aiter__}.
   *
   * @return an iterator, not null
   */
  AsyncIterator<T> aiter();

  /**
   * Called by loops only.
   *
   * @return what a woven loop iterates with
   */
  @Override
  default AsyncLoop<T> iterator() {
    AsyncIterator<T> source = aiter();
    return source instanceof AsyncGenerator<T> generator
        ? new GeneratorLoop<>(generator)
        : new IteratorLoop<>(source);
  }

  /**
   * Makes one of values that are there. Each iteration iterates {@code values} anew.
   *
   * @param <T> the type of the values
   * @param values asked on the loop's thread; its iterator should not block
   * @return the values, each without suspending
   */
  static <T> AsyncIterable<T> of(Iterable<? extends T> values) {
    Arguments.notNull(values, "values");
    return () -> Operators.of(values);
  }

  /**
   * Iterates a publisher. Each iteration subscribes when its first value is asked for, and cancels
   * the subscription where it is left.
   *
   * @param <T> the type of the values
   * @param publisher any publisher of Reactive Streams
   * @return its values
   */
  static <T> AsyncIterable<T> fromPublisher(Flow.Publisher<? extends T> publisher) {
    return fromPublisher(publisher, 1);
  }

  /**
   * Iterates a publisher that is allowed to be ahead.
   *
   * @param <T> the type of the values
   * @param publisher any publisher of Reactive Streams
   * @param ahead how many values may wait here to be taken; so many are requested at first
   * @return its values
   * @throws IllegalArgumentException if {@code ahead} is below 1
   */
  static <T> AsyncIterable<T> fromPublisher(Flow.Publisher<? extends T> publisher, int ahead) {
    Arguments.notNull(publisher, "publisher");
    int checked = Operators.atLeastOne(ahead, "ahead");
    return () -> new PublisherIterator<T>(publisher, checked);
  }

  /**
   * Reads sources side by side, each in a task of its own, and gives their values as they come. A
   * source is asked for its next value when its last one was taken.
   *
   * <p>The first failure ends all. However the iteration ends, the tasks are cancelled, the sources
   * closed, and both waited for.
   *
   * @param <T> the type of the values
   * @param sources may be empty
   * @return the values of all
   */
  static <T> AsyncIterable<T> mergeAll(Collection<? extends AsyncIterable<? extends T>> sources) {
    List<AsyncIterable<? extends T>> all = List.copyOf(sources);
    return () -> ReadAhead.values(all, 1);
  }

  // Operators. None does anything before it is iterated; leaving one closes what it iterates.

  /**
   * Gives what a function makes of each value: Python's {@code (f(x) async for x in xs)}.
   *
   * @param <R> the type of its results
   * @param function must not block; where it has to wait, write an async generator instead
   * @return the results
   */
  default <R> AsyncIterable<R> map(Function<? super T, ? extends R> function) {
    Arguments.notNull(function, "function");
    return () -> Operators.map(this, function);
  }

  /**
   * Gives the values that pass a test: Python's {@code (x async for x in xs if p(x))}.
   *
   * @param predicate true for the values to give
   * @return some of the values
   */
  default AsyncIterable<T> filter(Predicate<? super T> predicate) {
    Arguments.notNull(predicate, "predicate");
    return () -> Operators.filter(this, predicate);
  }

  /**
   * Gives all values of what a function makes of each value, one after the other.
   *
   * @param <R> the type of the inner values
   * @param function what it returns is iterated, and closed where the iteration is left
   * @return the inner values
   */
  default <R> AsyncIterable<R> flatMap(
      Function<? super T, ? extends AsyncIterable<? extends R>> function) {
    Arguments.notNull(function, "function");
    return () -> Operators.flatMap(this, function);
  }

  /**
   * Gives the first values, and never asks for one more.
   *
   * @param count how many at most
   * @return some of the values
   * @throws IllegalArgumentException if {@code count} is negative
   */
  default AsyncIterable<T> take(long count) {
    if (count < 0) {
      throw new IllegalArgumentException("count must be 0 or more: " + count);
    }
    return () -> Operators.take(this, count);
  }

  /**
   * Gives values up to the first that does not pass a test; that one is taken and dropped.
   *
   * @param predicate false for the value that ends it
   * @return some of the values
   */
  default AsyncIterable<T> takeWhile(Predicate<? super T> predicate) {
    Arguments.notNull(predicate, "predicate");
    return () -> Operators.takeWhile(this, predicate);
  }

  /**
   * Gives what a function makes of each two values, until one side has no more. This side is asked
   * first; its last value is dropped if the other one has ended.
   *
   * @param <U> the type of the other values
   * @param <R> the type of the results
   * @param other closed together with this one
   * @param function must not block
   * @return the results
   */
  default <U, R> AsyncIterable<R> zip(
      AsyncIterable<? extends U> other, BiFunction<? super T, ? super U, ? extends R> function) {
    Arguments.notNull(other, "other");
    Arguments.notNull(function, "function");
    return () -> Operators.zip(this, other, function);
  }

  /**
   * Gives the values of both as they come, as {@link #mergeAll} does.
   *
   * @param other read at the same time
   * @return the values of both
   */
  default AsyncIterable<T> merge(AsyncIterable<? extends T> other) {
    return mergeAll(List.of(this, other));
  }

  /**
   * Asks for values ahead of who takes them, in a task of its own. However the iteration ends, the
   * task is cancelled, the source closed, and both waited for.
   *
   * @param size how many values may wait to be taken
   * @return the same values in the same order
   * @throws IllegalArgumentException if {@code size} is below 1
   */
  default AsyncIterable<T> buffer(int size) {
    int ahead = Operators.atLeastOne(size, "size");
    return () -> ReadAhead.values(List.of(this), ahead);
  }

  /**
   * Gives values in lists. The last may be shorter; none is empty.
   *
   * @param size how many values make a list
   * @return the lists, which are the receiver's to change
   * @throws IllegalArgumentException if {@code size} is below 1
   */
  default AsyncIterable<List<T>> chunk(int size) {
    int checked = Operators.atLeastOne(size, "size");
    return () -> Operators.chunk(this, checked);
  }

  /**
   * Waits for all values: Python's {@code [x async for x in xs]}.
   *
   * @return a coroutine; it evaluates to a list that is the receiver's to change
   */
  default Coroutine<List<T>> toList() {
    return Operators.toList(this);
  }

  /**
   * Makes a publisher of Reactive Streams. Each subscription is an iteration in a task of the
   * running loop; it asks for a value when the subscriber has requested one. A cancelled
   * subscription cancels the task, and closes what it iterates.
   *
   * <p>May be subscribed to on any thread. The subscriber is called on the loop's thread, so it
   * must not block.
   *
   * @return a publisher
   * @throws IllegalStateException if no loop runs
   */
  default Flow.Publisher<T> toPublisher() {
    return new Publication<>(this, CurrentLoop.running());
  }
}
