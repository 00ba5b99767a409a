import static io.jasyncio.Asyncio.await;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;

final class Overriding {
  interface Source {
    @Async
    Coroutine<String> next(Coroutine<String> page);
  }

  static final class Plain implements Source {
    // The annotation is not inherited: this method is a plain one.
    @Override
    public Coroutine<String> next(Coroutine<String> page) {
      // ERROR [AwaitOutsideAsync] await outside an @Async method
      return Coroutine.completed(await(page));
    }
  }
}
