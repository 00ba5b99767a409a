import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import java.time.Duration;
import java.util.List;

final class FineLoops {
  private String last = "";

  @Async
  Coroutine<String> page(int number, String before) {
    return result(await(sleep(Duration.ZERO, before + number)));
  }

  @Async
  Coroutine<String> eachNeedsTheOneBefore(List<Integer> numbers) {
    String page = "";
    for (int number : numbers) {
      page = await(page(number, page));
    }
    return result(page);
  }

  @Async
  Coroutine<String> first(List<Integer> numbers) {
    for (int number : numbers) {
      String page = await(page(number, ""));
      if (!page.isEmpty()) {
        return result(page);
      }
    }
    return result("");
  }

  @Async
  Coroutine<Void> notTheElement(List<Integer> numbers) {
    for (int number : numbers) {
      last = last + number;
      await(sleep(Duration.ofMillis(1)));
    }
    return result();
  }

  @SuppressWarnings("AwaitInLoop")
  @Async
  Coroutine<Void> meant(List<Integer> numbers) {
    for (int number : numbers) {
      await(page(number, ""));
    }
    return result();
  }
}
