import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;

final class FineSuppressed {
  @Async
  static Coroutine<String> page() {
    return result("page");
  }

  @SuppressWarnings("NeverAwaited")
  void method() {
    page();
  }

  void variables() {
    @SuppressWarnings("NeverAwaited")
    var page = page();
    @SuppressWarnings("NeverAwaited")
    Runnable drops = () -> page();
    drops.run();
  }

  @SuppressWarnings({"unused", "NeverAwaited"})
  final Runnable field = () -> page();

  @SuppressWarnings("NeverAwaited")
  static final class Member {
    void method() {
      Runnable drops = FineSuppressed::page;
      drops.run();
    }
  }
}
