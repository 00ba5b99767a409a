package methods;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Names that generated code could trip over: of methods, parameters, locals, classes, packages. */
public class AwkwardNames {
  /** Its flattened name and method meet those of {@code A_B.f}. */
  static class A {
    static class B {
      @Async
      static Coroutine<String> f(Trace t) {
        return result("A.B" + await(t.later(1)));
      }
    }

    @Async
    static Coroutine<String> B_f(Trace t) {
      return result("A.B_f" + await(t.later(2)));
    }

    @Async
    static Coroutine<String> f(Trace t) {
      return result("A.f" + await(t.later(3)));
    }
  }

  static class A_B {
    @Async
    static Coroutine<String> f(Trace t) {
      return result("A_B.f" + await(t.later(4)));
    }
  }

  static class Async_A {
    @Async
    static Coroutine<String> Async(Trace t) {
      return result("Async_A.Async" + await(t.later(5)));
    }
  }

  static class Object_ {
    @Async
    Coroutine<Integer> resume(Trace x, Object sent, int m) {
      int machine = await(x.later(m));
      int state = machine + 1;
      Object SUSPENDED = await(x.later(sent));
      int this$0 = state + await(x.later(SUSPENDED)).hashCode();
      return result(this$0);
    }

    @Async
    Coroutine<Integer> start(Trace trace, int k) {
      return result(await(trace.later(k)));
    }
  }

  @Async
  static Coroutine<String> $(Trace $, int _1, int $$) {
    int a$b = await($.later(_1));
    return result("$" + a$b + await($.later($$)));
  }

  @Async
  static Coroutine<String> \u00fcber(Trace t, String na\u00efve) {
    String \u03c0 = await(t.later(na\u00efve));
    return result(\u03c0 + "\u00fc");
  }

  @Async
  static Coroutine<Integer> await_(Trace t) {
    int await = await(t.later(1));
    int result = await + await(t.later(2));
    int Coroutine = result;
    int record = 4, var = 5, yield = 6, sealed = 7;
    await(t.pause());
    return result(Coroutine + await + record + var + yield + sealed);
  }

  @Async
  static Coroutine<Integer> equals(Trace t, Integer hashCode) {
    return result(hashCode + await(t.later(1)));
  }

  @Async
  Coroutine<String> toString(Trace t) {
    return result(await(t.later("toString")));
  }

  @Async
  static Coroutine<Integer> run(Trace t, int run) {
    return result(run + await(t.later(1)));
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    t.log(await(A.B.f(t)), await(A.B_f(t)), await(A.f(t)), await(A_B.f(t)));
    t.log(await(Async_A.Async(t)));
    t.log(await(new Object_().resume(t, "sent", 5)), await(new Object_().start(t, 6)));
    t.log(await($(t, 7, 8)), await(\u00fcber(t, "na")), await(await_(t)), await(equals(t, 9)));
    t.log(await(new AwkwardNames().toString(t)), await(run(t, 10)));
    return result();
  }
}
