package methods.other;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** A class that others extend. */
public class PublicApi {
  /** Called with a text. */
  @FunctionalInterface
  public interface Listener {
    @Async
    Coroutine<String> on(Trace t, String text);
  }

  @Async
  Coroutine<String> hidden(Trace t) {
    return result("there" + await(t.later(2)));
  }

  @Async
  public final Coroutine<String> callsHidden(Trace t) {
    return result(await(hidden(t)));
  }

  @Async
  public Coroutine<String> open(Trace t) {
    return result("open there" + await(t.later(3)));
  }

  @Async
  public static Coroutine<String> echoed(Trace t, String text) {
    return result(await(t.later(text)));
  }

  @Async
  public static Coroutine<Integer> notified(Trace t, Listener listener) {
    return result(await(listener.on(t, await(t.later("note")))).length());
  }
}
