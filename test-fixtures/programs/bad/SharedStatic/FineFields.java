import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import java.time.Duration;

final class FineFields {
  private static int total;
  private static String cache;
  private int own;

  @Async
  Coroutine<Integer> size(String page) {
    await(sleep(Duration.ZERO));
    return result(page.length());
  }

  @Async
  Coroutine<Void> counts(String page) {
    int size = await(size(page));
    total += size;
    total = await(size(page)) + total;
    own += await(size(page));
    int local = 0;
    local += await(size(page));
    total = local;
    return result();
  }

  @Async
  Coroutine<String> loads() {
    if (cache == null) {
      String loaded = await(sleep(Duration.ZERO, "loaded"));
      if (cache == null) {
        cache = loaded;
      }
    }
    return result(cache);
  }

  @SuppressWarnings("SharedStatic")
  @Async
  Coroutine<Void> meant(String page) {
    total += await(size(page));
    return result();
  }
}
