import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;

final class InnerMethod {
  interface Source {
    String next();
  }

  @Async
  Coroutine<String> fetch(Coroutine<String> page) {
    Source anonymous =
        new Source() {
          @Override
          public String next() {
            // ERROR [AwaitOutsideAsync] await outside an @Async method
            return await(page);
          }
        };
    record Local(Coroutine<String> page) {
      String read() {
        // ERROR [AwaitOutsideAsync] await outside an @Async method
        return await(page);
      }
    }
    return result(anonymous.next() + new Local(page).read());
  }
}
