package methods.other;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

class PackagePrivateBase {
  @Async
  public Coroutine<Integer> visible(Trace t, int v) {
    return result(v + await(t.later(1)));
  }

  public String name() {
    return "base";
  }
}
