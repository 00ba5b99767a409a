import static io.jasyncio.Asyncio.done;
import static io.jasyncio.Asyncio.emit;
import static io.jasyncio.Asyncio.emitAll;

import io.jasyncio.AsyncGenerator;
import io.jasyncio.Generator;
import io.jasyncio.annotations.Async;
import java.util.List;

final class Types {
  @Async
  Generator<String> number() {
    // ERROR [EmitType] this emits int, and the generator is declared for java.lang.String
    emit(1);
    return done();
  }

  @Async
  Generator<String> choices(boolean first, Object any, int number) {
    emit(first ? "a" : "b");
    emit(first ? (String) any : String.valueOf(number));
    emit(
        switch (number) {
          case 1 -> "one";
          case 2 -> {
            yield first ? null : "two";
          }
          default -> throw new IllegalStateException();
        });
    // ERROR [EmitType] this emits int, and the generator is declared for java.lang.String
    emit(first ? "a" : number);
    return done();
  }

  @Async
  Generator<Long> wider(boolean first) {
    emit(first ? 1 : 2L);
    return done();
  }

  @Async
  Generator<Long> narrow(List<Integer> values) {
    // ERROR [EmitType] this emits java.lang.Integer
    emitAll(values);
    return done();
  }

  @Async
  AsyncGenerator<List<String>> generic(List<Integer> values) {
    // ERROR [EmitType] this emits
    emit(values);
    return done();
  }

  @Async
  <S extends java.io.Closeable & Iterable<Integer>> Generator<? extends CharSequence> bounds(
      S source) {
    // ERROR [EmitType] this emits java.lang.Integer
    emitAll(source);
    // ERROR [EmitType] this emits int, and the generator is declared for java.lang.CharSequence
    emit(1);
    return done();
  }
}
