import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;

final class FineLocalClasses {
  interface Source {
    @Async
    Coroutine<String> next();
  }

  enum Page {
    HOME {
      @Async
      @Override
      Coroutine<String> text(Coroutine<String> page) {
        return result(await(page));
      }
    };

    @Async
    abstract Coroutine<String> text(Coroutine<String> page);
  }

  Source anonymous(Coroutine<String> page) {
    return new Source() {
      @Async
      @Override
      public Coroutine<String> next() {
        return result(await(page));
      }
    };
  }

  Source local(Coroutine<String> page) {
    record Local(Coroutine<String> page) implements Source {
      @Async
      @Override
      public Coroutine<String> next() {
        return result(await(page));
      }
    }
    return new Local(page);
  }
}
