import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;

final class FineNames {
  @Async
  Coroutine<String> fetch() {
    return result("x");
  }

  static final class Async_FineNames_fetch {}
}

final class Async_Other {}
