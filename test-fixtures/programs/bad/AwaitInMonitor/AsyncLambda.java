import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.AsyncCallable;
import io.jasyncio.Coroutine;

final class AsyncLambda {
  AsyncCallable<String> lambda(Coroutine<String> page) {
    return () -> {
      synchronized (page) {
        // ERROR [AwaitInMonitor] await while a monitor is held
        return result(await(page));
      }
    };
  }
}
