import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;

final class SuppressedElsewhere {
  @Async
  static Coroutine<String> page() {
    return result("page");
  }

  @SuppressWarnings("NeverAwaited")
  void first() {
    page();
  }

  @SuppressWarnings("BlockingCall")
  void second() {
    // WARNING [NeverAwaited] this coroutine is never awaited
    page();
  }
}
