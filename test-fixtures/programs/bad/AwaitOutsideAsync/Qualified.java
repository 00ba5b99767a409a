import static io.jasyncio.Asyncio.await;

import io.jasyncio.Asyncio;
import io.jasyncio.Coroutine;
import java.util.concurrent.CompletableFuture;

final class Qualified {
  String stage(CompletableFuture<String> stage) {
    // ERROR [AwaitOutsideAsync] or start the coroutine with run(...)
    return Asyncio.await(stage);
  }

  Object fullyQualified(Coroutine<Object> coroutine) {
    // ERROR [AwaitOutsideAsync] await outside an @Async method
    return io.jasyncio.Asyncio.<Object>await(coroutine);
  }
}
