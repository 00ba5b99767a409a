package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.annotations.Async;
import io.jasyncio.codegen.Leaving;
import io.jasyncio.codegen.Suspendable;

/** How a try-with-resources block in an async method closes a suspending resource. */
final class Closing {

  private Closing() {}

  /** What to wait for when a block is left. */
  static Suspendable of(Leaving leaving) {
    AsyncCloseable resource = (AsyncCloseable) leaving.resource();
    return leaving.failure() == null ? resource.aclose() : resource.aclose(leaving.failure());
  }

  @Async
  static Coroutine<Void> afterFailure(AsyncCloseable resource, Throwable failure) {
    try {
      await(resource.aclose());
    } catch (Throwable closing) {
      failure.addSuppressed(closing);
    }
    return result();
  }
}
