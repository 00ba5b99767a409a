package methods;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import methods.other.PublicApi;
import methods.other.PublicDerived;

/** Async methods called across packages, package-private ones that do not override, bridges. */
public class AcrossPackages extends PublicApi {
  /** Does not override the package-private method of the same name in the other package. */
  @Async
  Coroutine<String> hidden(Trace t) {
    return result("here" + await(t.later(1)));
  }

  @Override
  @Async
  public Coroutine<String> open(Trace t) {
    return result("open here(" + await(super.open(t)) + ")");
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    AcrossPackages object = new AcrossPackages();
    t.log(await(object.hidden(t)), await(object.callsHidden(t)), await(object.open(t)));
    // The public method of a package-private class is reached through a bridge.
    t.log(await(new PublicDerived().visible(t, 5)), await(PublicDerived.made(t)).name());
    t.log(PublicDerived.class.getMethod("visible", Trace.class, int.class).isBridge());
    PublicApi.Listener listener = (trace, text) -> PublicApi.echoed(trace, text + "!");
    t.log(await(listener.on(t, "event")), await(PublicApi.notified(t, listener)));
    return result();
  }
}
