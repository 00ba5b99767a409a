package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.done;
import static io.jasyncio.Asyncio.emit;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.annotations.Async;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The operators of {@link AsyncIterable}. Each is the generator that one would write for it, so
 * that closing it closes what it loops over.
 */
final class Operators {

  private Operators() {}

  static int atLeastOne(int number, String name) {
    if (number < 1) {
      throw new IllegalArgumentException(name + " must be 1 or more: " + number);
    }
    return number;
  }

  @Async
  static <T> AsyncGenerator<T> of(Iterable<? extends T> values) {
    for (T value : values) {
      emit(value);
    }
    return done();
  }

  @Async
  static <T, R> AsyncGenerator<R> map(
      AsyncIterable<T> source, Function<? super T, ? extends R> function) {
    for (T value : source) {
      emit(function.apply(value));
    }
    return done();
  }

  @Async
  static <T> AsyncGenerator<T> filter(AsyncIterable<T> source, Predicate<? super T> predicate) {
    for (T value : source) {
      if (predicate.test(value)) {
        emit(value);
      }
    }
    return done();
  }

  @Async
  static <T, R> AsyncGenerator<R> flatMap(
      AsyncIterable<T> source, Function<? super T, ? extends AsyncIterable<? extends R>> function) {
    for (T value : source) {
      for (R inner : function.apply(value)) {
        emit(inner);
      }
    }
    return done();
  }

  @Async
  static <T> AsyncGenerator<T> take(AsyncIterable<T> source, long count) {
    long left = count;
    if (left > 0) {
      for (T value : source) {
        emit(value);
        left--;
        if (left == 0) {
          break;
        }
      }
    }
    return done();
  }

  @Async
  static <T> AsyncGenerator<T> takeWhile(AsyncIterable<T> source, Predicate<? super T> predicate) {
    for (T value : source) {
      if (!predicate.test(value)) {
        break;
      }
      emit(value);
    }
    return done();
  }

  @Async
  static <T, U, R> AsyncGenerator<R> zip(
      AsyncIterable<T> left,
      AsyncIterable<? extends U> right,
      BiFunction<? super T, ? super U, ? extends R> function) {
    try (Iteration<? extends U> others = new Iteration<>(right)) {
      for (T value : left) {
        if (!await(others.advance())) {
          break;
        }
        emit(function.apply(value, others.take()));
      }
    }
    return done();
  }

  @Async
  static <T> AsyncGenerator<List<T>> chunk(AsyncIterable<T> source, int size) {
    List<T> chunk = new ArrayList<>();
    for (T value : source) {
      chunk.add(value);
      if (chunk.size() == size) {
        emit(chunk);
        chunk = new ArrayList<>();
      }
    }
    if (!chunk.isEmpty()) {
      emit(chunk);
    }
    return done();
  }

  @Async
  static <T> Coroutine<List<T>> toList(AsyncIterable<T> source) {
    List<T> values = new ArrayList<>();
    for (T value : source) {
      values.add(value);
    }
    return result(values);
  }
}
