import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.toThread;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;

final class FineHelper {
  @Async
  Coroutine<Long> callsANativeMethod() {
    return result(await(toThread(() -> measure())));
  }

  private static native long measure();
}
