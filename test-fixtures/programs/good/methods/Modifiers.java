package methods;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Async methods of every visibility, final, static, strictfp, annotated and generic. */
public class Modifiers {
  @Async
  private static Coroutine<Integer> privateStatic(Trace t) {
    return result(await(t.later(1)));
  }

  @Async
  static final Coroutine<Integer> staticFinal(Trace t) {
    return result(await(t.later(2)));
  }

  @Async
  protected Coroutine<Integer> protectedInstance(Trace t) {
    return result(await(t.later(3)));
  }

  @Async
  public final Coroutine<Integer> publicFinal(Trace t) {
    return result(await(t.later(4)));
  }

  @Async
  private Coroutine<Integer> privateInstance(Trace t) {
    return result(await(t.later(5)));
  }

  @Async
  @Deprecated
  Coroutine<Integer> annotated(@SuppressWarnings("unused") Trace t, final int unused) {
    return result(await(t.later(6)));
  }

  @Async
  <A, B extends A> Coroutine<A> generic(Trace t, B b) {
    A a = await(t.later(b));
    return result(a);
  }

  static class Final {
    private static final Final INSTANCE = new Final();

    private Final() {}

    @Async
    Coroutine<Final> self(Trace t) {
      await(t.pause());
      return result(this);
    }
  }

  @Async
  @SuppressWarnings("deprecation")
  public static Coroutine<Void> run(Trace t) throws Throwable {
    Modifiers m = new Modifiers();
    t.log(await(privateStatic(t)), await(staticFinal(t)), await(m.protectedInstance(t)));
    t.log(await(m.publicFinal(t)), await(m.privateInstance(t)), await(m.annotated(t, 0)));
    t.log(await(m.generic(t, "g")), await(m.<Number, Integer>generic(t, 7)));
    t.log(await(Final.INSTANCE.self(t)) == Final.INSTANCE);
    return result();
  }
}
