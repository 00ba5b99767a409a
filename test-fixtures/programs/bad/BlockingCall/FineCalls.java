import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.run;
import static io.jasyncio.Asyncio.sleep;
import static io.jasyncio.Asyncio.toThread;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

final class FineCalls {
  @Async
  Coroutine<Integer> inMemory(ByteArrayInputStream bytes, StringReader text) throws IOException {
    byte[] buffer = new byte[8];
    int read = bytes.read() + bytes.read(buffer) + bytes.readAllBytes().length;
    return result(read + text.read() + text.read(new char[8]));
  }

  @Async
  Coroutine<String> falseFriends(
      Map<String, String> map, Supplier<String> supplier, PriorityBlockingQueue<String> queue) {
    String.join(",", "a", "b");
    queue.put("x");
    return result(map.get("x") + supplier.get());
  }

  @Async
  Coroutine<String> notTheLoopsThread(CompletableFuture<String> stage, ReentrantLock lock) {
    Runnable waits =
        () -> {
          lock.lock();
          lock.unlock();
          stage.join();
        };
    Thread thread =
        new Thread() {
          @Override
          public void run() {
            stage.join();
          }
        };
    thread.start();
    await(sleep(Duration.ZERO));
    String text = await(toThread(() -> stage.join()));
    await(toThread(() -> Thread.currentThread().getName()));
    return result(text + waits);
  }

  String plainMethod(CompletableFuture<String> stage) throws InterruptedException {
    Thread.sleep(0);
    return stage.join();
  }
}
