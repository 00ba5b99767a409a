package methods;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Async methods of inner classes, several deep, that use Outer.this and private state. */
public class InnerClasses {
  private int count;
  private final String name;
  private static String shared = "shared";

  InnerClasses(String name) {
    this.name = name;
  }

  private String secret(int v) {
    return name + "#" + v;
  }

  class Inner {
    private int count = 100;

    @Async
    Coroutine<String> step(Trace t) {
      count++;
      InnerClasses.this.count += await(t.later(2));
      return result(secret(count) + this.count + InnerClasses.this.count);
    }

    class Innermost {
      private long count = 1L << 40;

      @Async
      private Coroutine<String> step(Trace t, int by) {
        count += by;
        Inner.this.count += await(t.later(by));
        InnerClasses.this.count -= await(t.later(by));
        String text = count + "," + Inner.this.count + "," + InnerClasses.this.count;
        return result(text + secret(await(t.later(by))) + await(Inner.this.step(t)));
      }
    }
  }

  static class Nested {
    static class Deeper {
      @Async
      static Coroutine<String> show(Trace t) {
        shared += await(t.later("!"));
        return result(shared);
      }

      @Async
      Coroutine<String> use(Trace t, InnerClasses outer) {
        outer.count = await(t.later(7));
        return result(outer.secret(outer.count));
      }
    }
  }

  private final class Extending extends Inner {
    @Override
    @Async
    Coroutine<String> step(Trace t) {
      return result("extending " + await(super.step(t)) + name);
    }
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    shared = "shared";
    InnerClasses outer = new InnerClasses("o");
    Inner inner = outer.new Inner();
    t.log(await(inner.step(t)), await(inner.step(t)));
    t.log(await(inner.new Innermost().step(t, 3)));
    t.log(await(Nested.Deeper.show(t)), await(new Nested.Deeper().use(t, outer)));
    t.log(await(outer.new Extending().step(t)));
    return result();
  }
}
