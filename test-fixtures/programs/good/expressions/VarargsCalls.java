package expressions;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Awaits among the arguments of varargs calls: none, one, many, an array, null. */
public class VarargsCalls {
  static String ints(int... values) {
    return values == null ? "none" : values.length + Arrays.toString(values);
  }

  static String longs(String first, long... values) {
    return first + Arrays.toString(values);
  }

  @SafeVarargs
  static <T> List<T> all(T... values) {
    List<T> list = new ArrayList<>();
    for (T value : values) {
      list.add(value);
    }
    return list;
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    t.log(ints(), ints(await(t.later(1))), ints(1, await(t.later(2)), 3));
    t.log(ints(await(t.later(1)), await(t.later(2)), await(t.later(3))));
    t.log(ints(await(t.later(new int[] {4, 5}))), ints((int[]) await(t.later(null))));
    t.log(longs(await(t.later("f"))), longs("g", await(t.later(1)), 2L, await(t.later('c'))));
    t.log(all(await(t.later("a")), "b", await(t.later("c"))));
    List<Object> mixed = all(1, await(t.later(2L)), all(await(t.later('c'))), null);
    t.log(mixed);
    t.log(String.format("%s %d %s", await(t.later("f")), await(t.later(5)), await(t.later(true))));
    t.log(await(t.later(1)), await(t.later(2)), ints(await(t.later(3))), await(t.later("four")));
    return result();
  }
}
