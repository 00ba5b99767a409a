import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;

class Raw {
  @Async
  @SuppressWarnings("rawtypes")
  // ERROR [AsyncReturnType] a raw Coroutine does not: declare it as Coroutine<Void> if there is none
  Coroutine raw() {
    return result();
  }
}
