import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.run;

import io.jasyncio.AsyncCallable;
import io.jasyncio.AsyncCloseable;
import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;

final class FineAsyncLambdas {
  interface Handler<T> {
    @Async
    Coroutine<Void> handle(T request);
  }

  interface StringHandler extends Handler<String> {}

  final AsyncCallable<String> field = () -> result(await(Coroutine.completed("x")));

  StringHandler own(Coroutine<AsyncCloseable> opening) {
    return request -> {
      try (AsyncCloseable resource = await(opening)) {
        System.out.println(request + resource);
      }
      return result();
    };
  }

  static String main(Coroutine<String> page) {
    return run(() -> result(await(page)));
  }
}
