import static io.jasyncio.Asyncio.done;
import static io.jasyncio.Asyncio.emit;
import static io.jasyncio.Asyncio.emitAll;

import io.jasyncio.Generator;
import io.jasyncio.annotations.Async;
import java.util.List;

final class FineTypes {
  @Async
  Generator<Number> numbers(List<Integer> values) {
    emit(1);
    emit(2L);
    emit(null);
    emitAll(values);
    return done();
  }

  @Async
  <T> Generator<List<T>> generic(List<T> values) {
    emit(values);
    emit(List.of());
    return done();
  }

  @Async
  Generator<? extends Number> upper(List<? extends Integer> values) {
    emit(1);
    emitAll(values);
    return done();
  }

  @Async
  Generator<? super Integer> lower() {
    emit(1);
    return done();
  }

  @Async
  Generator<?> anything() {
    emit(1);
    emit("text");
    return done();
  }

  @Async
  <T extends Comparable<T>, S extends java.io.Closeable & Iterable<T>> Generator<T> bounds(S source) {
    emitAll(source);
    for (T value : source) {
      emit(value);
    }
    return done();
  }
}
