package methods.other;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Makes the members of its package-private base visible. */
public class PublicDerived extends PackagePrivateBase {
  @Async
  public static Coroutine<PublicDerived> made(Trace t) {
    await(t.pause());
    return result(new PublicDerived());
  }
}
