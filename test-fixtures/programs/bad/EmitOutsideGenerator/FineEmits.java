import static io.jasyncio.Asyncio.done;
import static io.jasyncio.Asyncio.emit;
import static io.jasyncio.Asyncio.emitAll;

import io.jasyncio.AsyncGenerator;
import io.jasyncio.Generator;
import io.jasyncio.annotations.Async;
import java.util.List;

final class FineEmits {
  interface Source {
    @Async
    Generator<Integer> values();
  }

  @Async
  Generator<Integer> plain(List<Integer> values) {
    emitAll(values);
    emit(1);
    return done("result");
  }

  @Async
  AsyncGenerator<Integer> async() {
    emit(1);
    return done();
  }

  Source lambda() {
    return () -> {
      emit(1);
      return done();
    };
  }
}
