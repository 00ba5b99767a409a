import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import java.time.Duration;
import java.util.List;

final class Dropped {
  @Async
  Coroutine<String> page(int number) {
    // WARNING [NeverAwaited] await it, or start it with createTask(...)
    sleep(Duration.ZERO);
    return result("page " + number);
  }

  void inPlainMethod() {
    // WARNING [NeverAwaited] this coroutine is never awaited, so its body does not run
    page(1);
    // WARNING [NeverAwaited] this coroutine is never awaited
    this.page(2);
    for (int i = 0; i < 2; i++)
      // WARNING [NeverAwaited] this coroutine is never awaited
      page(i);
  }

  void inLambdas(List<Integer> numbers) {
    // WARNING [NeverAwaited] this coroutine is never awaited
    numbers.forEach(number -> page(number));
    // WARNING [NeverAwaited] the coroutine of this method reference is never awaited
    numbers.forEach(this::page);
    // WARNING [NeverAwaited] what this stream makes is never awaited
    numbers.stream().map(this::page);
    // WARNING [NeverAwaited] what this stream makes is never awaited
    numbers.stream().map(number -> page(number)).toList();
    Runnable runnable =
        () -> {
          // WARNING [NeverAwaited] this coroutine is never awaited
          page(3);
        };
    runnable.run();
  }
}
