import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;

final class NeverRead {
  @Async
  Coroutine<String> page(int number) {
    return result("page " + number);
  }

  @Async
  Coroutine<String> locals() {
    // WARNING [NeverAwaited] the coroutine in first is never awaited, so its body does not run
    Coroutine<String> first = page(1);
    // WARNING [NeverAwaited] the coroutine in second is never awaited
    var second = page(2);
    second = null;
    Runnable runnable =
        () -> {
          // WARNING [NeverAwaited] the coroutine in third is never awaited
          var third = page(3);
        };
    runnable.run();
    return result("");
  }
}
