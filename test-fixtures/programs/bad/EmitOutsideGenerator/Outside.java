import static io.jasyncio.Asyncio.done;
import static io.jasyncio.Asyncio.emit;
import static io.jasyncio.Asyncio.emitAll;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.AsyncGenerator;
import io.jasyncio.Coroutine;
import io.jasyncio.Generator;
import io.jasyncio.annotations.Async;
import java.util.List;

final class Outside {
  void plain() {
    // ERROR [EmitOutsideGenerator] emit outside a generator
    emit(1);
  }

  @Async
  Coroutine<Void> coroutine() {
    // ERROR [EmitOutsideGenerator] emitAll outside a generator
    emitAll(List.of(1));
    return result();
  }

  @Async
  Generator<Integer> lambda(List<Integer> values) {
    // ERROR [EmitOutsideGenerator] emit in a lambda
    values.forEach(value -> emit(value));
    // ERROR [EmitOutsideGenerator] emit cannot be a method reference
    values.forEach(io.jasyncio.Asyncio::emit);
    return done();
  }

  @Async
  AsyncGenerator<Integer> async(Generator<Integer> other) {
    // ERROR [EmitOutsideGenerator] emitAll in an AsyncGenerator
    emitAll(other);
    return done();
  }
}
