import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

final class Loops {
  @Async
  Coroutine<String> page(int number) {
    return result(await(sleep(Duration.ZERO, "page " + number)));
  }

  @Async
  Coroutine<List<String>> pages(List<Integer> numbers) {
    List<String> pages = new ArrayList<>();
    for (int number : numbers) {
      // WARNING [AwaitInLoop] gather(...) or a task group lets them wait at the same time
      pages.add(await(page(number)));
    }
    for (int number : numbers) {
      int next = number + 1;
      // WARNING [AwaitInLoop] each round of this loop waits for the one before
      String page = await(page(next + number));
      pages.add(page);
    }
    return result(pages);
  }
}
