package methods;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.function.BiFunction;
import java.util.function.Function;

/** {@code super.m()} of async and plain methods, fields of super, and the outer class's super. */
public class SuperCalls {
  static class Base {
    protected int field = 1;

    @Async
    protected Coroutine<String> name(Trace t, int depth) {
      await(t.pause());
      return result("base" + depth + field);
    }

    String plain(String text) {
      return "base:" + text;
    }

    @Override
    public String toString() {
      return "Base";
    }
  }

  static class Middle extends Base {
    @Override
    @Async
    protected Coroutine<String> name(Trace t, int depth) {
      super.field += await(t.later(10));
      return result("middle(" + await(super.name(t, depth + 1)) + ")");
    }

    @Override
    String plain(String text) {
      return "middle:" + super.plain(text);
    }
  }

  static class Leaf extends Middle {
    private int field = 500;

    @Override
    @Async
    protected Coroutine<String> name(Trace t, int depth) {
      String first = await(super.name(t, depth + 1));
      String second = super.plain(await(t.later("x"))) + super.toString();
      await(t.pause());
      return result(first + second + super.plain(first) + super.field + field);
    }

    @Override
    String plain(String text) {
      return "not reached";
    }

    @Async
    Coroutine<String> twice(Trace t) {
      return result(await(super.name(t, 0)) + await(super.name(t, await(t.later(7)))));
    }

    @Async
    Coroutine<String> tail(Trace t) {
      return super.name(t, 9);
    }

    class Inner {
      @Async
      Coroutine<String> outerSuper(Trace t) {
        await(t.pause());
        return result(Leaf.super.plain("inner") + await(Leaf.super.name(t, 3)));
      }
    }

    @Async
    Coroutine<String> reference(Trace t) {
      BiFunction<Trace, Integer, Coroutine<String>> reference = super::name;
      Function<String, String> plain = super::plain;
      await(t.pause());
      return result(await(reference.apply(t, 4)) + plain.apply(await(t.later("r"))));
    }
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    Leaf leaf = new Leaf();
    t.log(await(leaf.name(t, 0)));
    t.log(await(leaf.twice(t)));
    t.log(await(leaf.tail(t)));
    t.log(await(leaf.new Inner().outerSuper(t)));
    t.log(await(leaf.reference(t)));
    return result();
  }
}
