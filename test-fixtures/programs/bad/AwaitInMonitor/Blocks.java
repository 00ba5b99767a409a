import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;

final class Blocks {
  private final Object lock = new Object();

  @Async
  Coroutine<String> block(Coroutine<String> page) {
    synchronized (lock) {
      // ERROR [AwaitInMonitor] await while a monitor is held
      String text = await(page);
      return result(text);
    }
  }

  @Async
  Coroutine<String> deepInside(Coroutine<String> page, Coroutine<Object> otherLock) {
    synchronized (this) {
      for (int i = 0; i < 3; i++) {
        try {
          if (i > 1) {
            // ERROR [AwaitInMonitor] use an AsyncLock, or leave the synchronized block before
            return result(await(page));
          }
        } finally {
          // ERROR [AwaitInMonitor] await while a monitor is held
          await(page);
        }
      }
      // ERROR [AwaitInMonitor] await while a monitor is held
      synchronized (await(otherLock)) {
        return result("");
      }
    }
  }
}
