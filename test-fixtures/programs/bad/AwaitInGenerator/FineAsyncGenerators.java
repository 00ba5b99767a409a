import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.done;
import static io.jasyncio.Asyncio.emit;

import io.jasyncio.AsyncCloseable;
import io.jasyncio.AsyncGenerator;
import io.jasyncio.AsyncIterable;
import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;

final class FineAsyncGenerators {
  @Async
  AsyncGenerator<String> awaits(
      Coroutine<String> first, AsyncIterable<String> pages, AsyncCloseable resource) {
    try (resource) {
      emit(await(first));
      for (String page : pages) {
        emit(page);
      }
    }
    return done();
  }
}
