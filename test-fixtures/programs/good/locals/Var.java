package locals;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/** Locals declared with var, whose types are sometimes ones that cannot be written. */
public class Var {
  @Async
  static <T extends Comparable<T> & CharSequence> Coroutine<T> larger(Trace t, T a, T b) {
    var first = await(t.later(a));
    var second = await(t.later(b));
    var bigger = first.compareTo(second) > 0 ? first : second;
    await(t.pause());
    t.log(bigger.length());
    return result(bigger);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    var i = await(t.later(1));
    var l = 2L;
    var s = await(t.later("s"));
    var list = new ArrayList<Map<String, Integer>>();
    await(t.pause());
    list.add(Map.of(s, i));
    i += await(t.later(5));
    l += i;
    for (var map : list) {
      for (var entry : map.entrySet()) {
        t.log(entry.getKey(), await(t.later(entry.getValue())));
      }
    }
    for (var k = await(t.later(0)); k < 2; k++) {
      var inner = await(t.later(k * 0.5));
      t.log(inner);
    }
    // An intersection type and a type that captures a wildcard.
    var mixed = await(t.later(true)) ? 1 : "one";
    var either = List.of(1, "x", await(t.later(2.0)));
    List<? extends Number> wild = List.of(await(t.later(3)));
    var captured = wild.get(0);
    await(t.pause());
    t.log(mixed, either, captured.intValue(), i, l);
    var array = new int[] {await(t.later(4)), 5};
    var lambda = (IntUnaryOperator) v -> v + array[0];
    await(t.pause());
    t.log(lambda.applyAsInt(await(t.later(6))), await(larger(t, "a", "b")));
    var anonymous =
        new Object() {
          int count = 1;
        };
    await(t.pause());
    anonymous.count += await(t.later(1));
    t.log(anonymous.count);
    try (var resource = (AutoCloseable) () -> t.log("closed")) {
      var nothing = await(t.pause());
      t.log(nothing, resource == null);
    }
    return result();
  }
}
