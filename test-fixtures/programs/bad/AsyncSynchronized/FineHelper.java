import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;

final class FineHelper {
  private int count;

  @Async
  Coroutine<Integer> callsASynchronizedMethod() {
    return result(next());
  }

  private synchronized int next() {
    return ++count;
  }
}
