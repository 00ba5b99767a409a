import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

final class FineLambdas {
  @Async
  Coroutine<String> page(int number) {
    await(sleep(Duration.ZERO));
    return result("page " + number);
  }

  @Async
  Coroutine<String> lambdasThatOnlyCall(List<Integer> numbers) {
    String text = await(page(0));
    Supplier<Coroutine<String>> another = () -> page(numbers.size() + text.length());
    List<Coroutine<String>> pages = numbers.stream().map(number -> page(number)).toList();
    return result(await(another.get()) + await(pages.get(0)));
  }

  Supplier<Coroutine<String>> completed = () -> Coroutine.completed("x");
}
