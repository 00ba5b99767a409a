import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;

final class NameTaken {
  @Async
  // ERROR [WeavingFailed] a class Async_NameTaken_fetch exists already: rename one of the two
  Coroutine<String> fetch() {
    return result("x");
  }
}

final class Async_NameTaken_fetch {}
