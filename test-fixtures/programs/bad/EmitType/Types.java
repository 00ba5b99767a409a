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
