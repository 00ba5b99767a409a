import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import java.util.function.Supplier;

final class Result {
  @Async
  Coroutine<String> callsBack() {
    // ERROR [AwaitInLambda] result(...) in a lambda whose interface method is not @Async
    Supplier<Coroutine<String>> supplier = () -> result("x");
    return supplier.get();
  }
}
