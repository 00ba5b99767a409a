import static io.jasyncio.Asyncio.done;
import static io.jasyncio.Asyncio.emit;

import io.jasyncio.AsyncGenerator;
import io.jasyncio.Generator;
import io.jasyncio.annotations.Async;

final class FineReturns {
  @Async
  AsyncGenerator<Integer> async(boolean early) {
    if (early) {
      return done();
    }
    emit(1);
    return done();
  }

  @Async
  Generator<Integer> plain(Generator<Integer> next) {
    emit(1);
    if (next != null) {
      return next;
    }
    return done(2);
  }
}
