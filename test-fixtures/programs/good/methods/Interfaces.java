package methods;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.List;

/** Async methods of interfaces: default, static, private, overridden, and Interface.super. */
public class Interfaces {
  interface Greeter {
    String name();

    @Async
    default Coroutine<String> greet(Trace t) {
      return result(await(prefix(t, 1)) + name() + await(mark(t)));
    }

    @Async
    private Coroutine<String> prefix(Trace t, int times) {
      String text = "";
      for (int i = 0; i < times; i++) {
        text += await(t.later("hello "));
      }
      return result(text + name().length());
    }

    @Async
    private static Coroutine<Character> mark(Trace t) {
      return result(await(t.later('!')));
    }

    @Async
    static Coroutine<String> both(Trace t, Greeter a, Greeter b) {
      return result(await(a.greet(t)) + " " + await(b.greet(t)));
    }
  }

  interface Polite extends Greeter {
    @Override
    @Async
    default Coroutine<String> greet(Trace t) {
      return result("good day, " + await(Greeter.super.greet(t)));
    }
  }

  interface Loud {
    @Async
    default Coroutine<String> greet(Trace t) {
      return result("HEY" + await(t.later(3)));
    }
  }

  record Person(String name) implements Polite, Loud {
    @Override
    @Async
    public Coroutine<String> greet(Trace t) {
      return result(await(Polite.super.greet(t)) + "/" + await(Loud.super.greet(t)));
    }
  }

  interface Folder<T> {
    T zero();

    @Async
    Coroutine<T> add(Trace t, T a, T b);

    @Async
    default Coroutine<T> sum(Trace t, List<? extends T> values) {
      T sum = zero();
      for (T value : values) {
        sum = await(add(t, sum, value));
      }
      return result(sum);
    }
  }

  static class Longs implements Folder<Long> {
    @Override
    public Long zero() {
      return 0L;
    }

    @Override
    @Async
    public Coroutine<Long> add(Trace t, Long a, Long b) {
      return result(a + await(t.later(b)));
    }
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    Greeter simple = () -> "simple";
    Polite polite = () -> "polite";
    t.log(await(simple.greet(t)), await(polite.greet(t)));
    t.log(await(new Person("person").greet(t)));
    t.log(await(Greeter.both(t, simple, new Person("p"))));
    t.log(await(new Longs().sum(t, List.of(1L, 2L, 3L))));
    Loud loud = new Loud() {};
    t.log(await(loud.greet(t)));
    return result();
  }
}
