import static io.jasyncio.Asyncio.await;

import io.jasyncio.AsyncCallable;
import io.jasyncio.Coroutine;

final class OverridingInterface {
  /** The annotation is not inherited. */
  interface Plain<T> extends AsyncCallable<T> {
    @Override
    Coroutine<T> call();
  }

  Plain<String> insideAnAsyncLambda(Coroutine<String> page) {
    // ERROR [AwaitInLambda] await in a lambda whose interface method is not @Async
    return () -> Coroutine.completed(await(page));
  }
}
