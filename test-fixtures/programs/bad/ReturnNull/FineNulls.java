import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import java.util.function.Supplier;

final class FineNulls {
  @Async
  Coroutine<String> nullAsTheResult(boolean typed) {
    Supplier<Coroutine<String>> lambda =
        () -> {
          return null;
        };
    return lambda.get() == null && typed ? result((String) null) : result(null);
  }

  Coroutine<String> plainMethod() {
    return null;
  }
}
