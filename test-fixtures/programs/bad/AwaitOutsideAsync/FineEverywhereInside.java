import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Asyncio;
import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;

final class FineEverywhereInside {
  private static class Base {
    Base(String text) {}
  }

  enum Colour {
    RED,
    GREEN
  }

  @Async
  Coroutine<String> places(Coroutine<Colour> colour, Coroutine<String> page) {
    String name =
        switch (await(colour)) {
          case RED -> await(page);
          case GREEN -> {
            String text = await(page);
            yield text + await(page);
          }
        };
    // The arguments of an anonymous class are evaluated by the method around it.
    Object anonymous = new Base(await(page)) {};
    return result(name + anonymous + Asyncio.<String>await(page));
  }
}
