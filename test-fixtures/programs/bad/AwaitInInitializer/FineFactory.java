import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;

final class FineFactory {
  private final String page;

  private FineFactory(String page) {
    this.page = page;
  }

  @Async
  static Coroutine<FineFactory> create(Coroutine<String> page) {
    return result(new FineFactory(await(page)));
  }

  @Override
  public String toString() {
    return page;
  }
}
