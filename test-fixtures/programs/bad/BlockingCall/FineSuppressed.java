import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import java.util.concurrent.CompletableFuture;

final class FineSuppressed {
  @Async
  @SuppressWarnings("BlockingCall") // it is done
  Coroutine<String> method(CompletableFuture<String> stage) {
    return result(stage.isDone() ? stage.join() : await(stage));
  }

  @Async
  Coroutine<String> variable(CompletableFuture<String> stage) {
    @SuppressWarnings("BlockingCall")
    String text = stage.join();
    return result(text);
  }

  @SuppressWarnings("BlockingCall")
  static final class Member {
    @Async
    Coroutine<String> method(CompletableFuture<String> stage) {
      return result(stage.join());
    }
  }
}
