import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;

final class Methods {
  @Async
  // ERROR [AsyncSynchronized] hold an AsyncLock inside it
  synchronized Coroutine<Void> instance() {
    return result();
  }

  @Async
  // ERROR [AsyncSynchronized] a monitor belongs to a thread and not to a coroutine
  static synchronized Coroutine<Void> ofTheClass() {
    return result();
  }

  @Async
  // ERROR [AsyncReturnType] declare it as Coroutine<Void>
  // ERROR [AsyncSynchronized] an @Async method cannot be synchronized
  synchronized void twoMistakes() {}
}
