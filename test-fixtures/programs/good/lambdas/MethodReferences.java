package lambdas;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Method references: bound to this, super, a local and an awaited value; constructors, arrays. */
public class MethodReferences {
  static class Base {
    String name() {
      return "base";
    }
  }

  static class Derived extends Base {
    @Override
    String name() {
      return "derived";
    }

    private int twice(int v) {
      return 2 * v;
    }

    @Async
    Coroutine<String> names(Trace t) {
      Supplier<String> own = this::name;
      await(t.pause());
      Supplier<String> inherited = super::name;
      IntUnaryOperator secret = this::twice;
      await(t.pause());
      return result(own.get() + inherited.get() + secret.applyAsInt(await(t.later(21))));
    }

    @Async
    Coroutine<Integer> incremented(Trace t, int v) {
      return result(await(t.later(v)) + 1);
    }
  }

  record Point(int x, int y) {
    static Point origin() {
      return new Point(0, 0);
    }
  }

  @Async
  static Coroutine<Void> bound(Trace t) {
    StringBuilder text = new StringBuilder();
    Consumer<String> append = text::append;
    append.accept(await(t.later("a")));
    List.of("b", "c").forEach(text::append);
    await(t.pause());
    append.accept("d");
    t.log(text);
    Supplier<Integer> length = await(t.later("four"))::length;
    text = null;
    append.accept("e");
    t.log(length.get());
    Supplier<char[]> letters = (await(t.later("x")) + await(t.later("y")))::toCharArray;
    t.log("letters", letters.get());
    return result();
  }

  @Async
  static Coroutine<Void> unbound(Trace t) {
    Function<String, Integer> length = String::length;
    BiFunction<Integer, Integer, Point> point = Point::new;
    Supplier<Point> origin = Point::origin;
    IntFunction<int[]> array = int[]::new;
    Function<Integer, List<String>> list = ArrayList::new;
    await(t.pause());
    t.log(length.apply(await(t.later("abc"))), point.apply(1, await(t.later(2))), origin.get());
    t.log(array.apply(await(t.later(2))), list.apply(await(t.later(5))));
    UnaryOperator<String> upper = String::toUpperCase;
    t.log(upper.andThen(String::length).apply(await(t.later("up"))));
    return result();
  }

  @Async
  static Coroutine<Void> nullReceiver(Trace t) {
    String none = await(t.later((String) null));
    try {
      Supplier<Integer> length = none::length;
      t.log("not reached", length);
    } catch (NullPointerException e) {
      t.log("null when the reference is made");
    }
    Supplier<Integer> lambda = () -> none.length();
    try {
      lambda.get();
    } catch (NullPointerException e) {
      t.log("null when the lambda runs");
    }
    return result();
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    Derived derived = new Derived();
    t.log(await(derived.names(t)));
    await(bound(t));
    await(unbound(t));
    await(nullReceiver(t));
    BiFunction<Trace, Integer, Coroutine<Integer>> async = derived::incremented;
    t.log(await(async.apply(t, 5)), await(async.apply(t, await(t.later(6)))));
    Function<Trace, Coroutine<Void>> again = MethodReferences::nullReceiver;
    await(again.apply(t));
    return result();
  }
}
