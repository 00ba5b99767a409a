import static io.jasyncio.Asyncio.result;

import io.jasyncio.AsyncCloseable;
import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;

final class Resource {
  @Async
  Coroutine<Void> uses(AsyncCloseable given) {
    synchronized (this) {
      // ERROR [AwaitInMonitor] closing this resource awaits, while a monitor is held
      try (given) {
        System.out.println(given);
      }
    }
    return result();
  }
}
