import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;

final class LocalClass {
  final Object field =
      new Object() {
        @Async
        // ERROR [AsyncSynchronized] hold an AsyncLock inside it
        synchronized Coroutine<String> text() {
          return result("field");
        }
      };
}
