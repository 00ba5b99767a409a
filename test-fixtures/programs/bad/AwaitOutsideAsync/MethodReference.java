import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Asyncio;
import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import java.util.function.Function;

final class MethodReference {
  // ERROR [AwaitOutsideAsync] await cannot be a method reference
  static final Function<Coroutine<String>, String> FIELD = Asyncio::await;

  @Async
  Coroutine<String> inside(Coroutine<String> page) {
    // ERROR [AwaitOutsideAsync] write an @Async method and refer to that
    Function<Coroutine<String>, String> waits = Asyncio::await;
    // ERROR [AwaitOutsideAsync] result cannot be a method reference
    Function<String, Coroutine<String>> ends = Asyncio::result;
    return result(waits.apply(ends.apply(await(page))));
  }
}
