import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import java.time.Duration;
import java.io.IOException;

final class Catches {
  private String last = "";

  @Async
  Coroutine<Void> logs() {
    while (true) {
      try {
        await(sleep(Duration.ofSeconds(1)));
        // WARNING [CancellationSwallowed] the task cannot be cancelled here: catch Exception
      } catch (Throwable e) {
        last = e.getMessage();
      }
    }
  }

  @Async
  Coroutine<String> error(Coroutine<String> page) {
    try {
      return result(await(page));
      // WARNING [CancellationSwallowed] the task cannot be cancelled here
    } catch (RuntimeException | Error e) {
      Runnable later =
          () -> {
            throw new IllegalStateException(e);
          };
      return result(later.toString());
    }
  }

  @Async
  Coroutine<String> otherClauseFirst(Coroutine<String> page) {
    try {
      if (last.isEmpty()) {
        throw new IOException();
      }
      return result(await(page));
    } catch (IOException e) {
      throw new IllegalStateException(e);
      // WARNING [CancellationSwallowed] the task cannot be cancelled here
    } catch (Throwable e) {
      return result("");
    }
  }
}
