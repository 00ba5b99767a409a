import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;

import io.jasyncio.Coroutine;
import java.time.Duration;

final class PlainMethod {
  void rest() {
    // ERROR [AwaitOutsideAsync] await outside an @Async method: annotate the method with @Async
    await(sleep(Duration.ZERO));
  }

  Coroutine<Integer> forgotten() {
    // ERROR [AwaitOutsideAsync] result(...) outside an @Async method
    return result(1);
  }

  static Coroutine<Void> forgottenToo() {
    // ERROR [AwaitOutsideAsync] or return Coroutine.completed(...)
    return result();
  }
}
