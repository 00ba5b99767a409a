import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import java.time.Duration;

final class Fields {
  private static int total;
  static String cache;

  @Async
  Coroutine<Integer> size(String page) {
    await(sleep(Duration.ZERO));
    return result(page.length());
  }

  @Async
  Coroutine<Void> counts(String page) {
    // WARNING [SharedStatic] the static field total is read before the await and written after it
    total += await(size(page));
    // WARNING [SharedStatic] the static field total is read before the await
    total = total + await(size(page));
    // WARNING [SharedStatic] the static field total is read before the await
    Fields.total = Math.max(Fields.total, await(size(page)));
    return result();
  }

  @Async
  Coroutine<String> loads() {
    if (cache == null) {
      // WARNING [SharedStatic] the static field cache is tested before the await
      cache = await(sleep(Duration.ZERO, "loaded"));
    }
    return result(cache);
  }
}
