import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.AsyncCallable;
import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;

final class FineNotHeld {
  private int count;

  @Async
  Coroutine<Integer> monitorIsNotHeldYetOrNoMore(Coroutine<Object> lock, Coroutine<Integer> step) {
    synchronized (await(lock)) {
      count++;
    }
    int more = await(step);
    synchronized (this) {
      count += more;
      return result(count);
    }
  }

  @Async
  Coroutine<String> monitorOfALambda(Coroutine<String> page) {
    Runnable counts =
        () -> {
          synchronized (this) {
            count++;
          }
        };
    counts.run();
    return result(await(page));
  }

  AsyncCallable<String> monitorAroundAnAsyncLambda(Coroutine<String> page) {
    synchronized (this) {
      return () -> result(await(page));
    }
  }
}
