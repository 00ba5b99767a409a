import static io.jasyncio.Asyncio.done;
import static io.jasyncio.Asyncio.emit;

import io.jasyncio.AsyncGenerator;
import io.jasyncio.annotations.Async;

final class Returns {
  @Async
  AsyncGenerator<Integer> other(AsyncGenerator<Integer> next) {
    emit(1);
    // ERROR [GeneratorReturn] end it with return done()
    return next;
  }

  @Async
  AsyncGenerator<Integer> value() {
    emit(1);
    // ERROR [GeneratorReturn] an AsyncGenerator has no result
    return done(2);
  }
}
