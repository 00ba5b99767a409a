package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.annotations.Async;
import io.jasyncio.internal.CurrentLoop;

/** {@link Asyncio#toThread}. */
final class ToThread {

  private ToThread() {}

  @Async
  static <T, X extends Exception> Coroutine<T> toThread(BlockingCall<T, X> call) throws X {
    // The call sees the context variables of the task that awaits it.
    Context context = Asyncio.copyContext();
    return result(await(CurrentLoop.running().runInExecutor(() -> context.run(call::call))));
  }
}
