import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import java.util.List;

final class InAsyncMethod {
  @Async
  Coroutine<List<String>> fetchAll(List<Coroutine<String>> pages) {
    // ERROR [AwaitInLambda] await in a lambda whose interface method is not @Async
    return result(pages.stream().map(page -> await(page)).toList());
  }

  @Async
  Coroutine<Void> nested(Coroutine<String> page) {
    Runnable outer =
        () -> {
          Runnable inner =
              () -> {
                // ERROR [AwaitInLambda] move the lambda's body into an @Async method
                System.out.println(await(page));
              };
          inner.run();
        };
    outer.run();
    return result();
  }
}
