package methods;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.ArrayList;
import java.util.List;

/** Async methods with a variable number of arguments. */
public class VarargsMethods {
  @Async
  static Coroutine<Integer> sum(Trace t, int... values) {
    int sum = 0;
    for (int v : values) {
      sum += await(t.later(v));
    }
    return result(sum);
  }

  @Async
  static Coroutine<String> joined(Trace t, String separator, Object... parts) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < parts.length; i++) {
      text.append(i == 0 ? "" : await(t.later(separator))).append(parts[i]);
    }
    return result(text.toString());
  }

  @Async
  @SafeVarargs
  static <T> Coroutine<List<T>> listed(Trace t, T... values) {
    List<T> list = new ArrayList<>();
    for (T v : values) {
      list.add(await(t.later(v)));
    }
    return result(list);
  }

  @Async
  final Coroutine<Long> longs(Trace t, long first, long... rest) {
    for (long l : rest) {
      first = first * 10 + await(t.later(l));
    }
    return result(first);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    t.log(await(sum(t)), await(sum(t, 1)));
    t.log(await(sum(t, await(t.later(1)), 2, await(sum(t, 3, 4)))));
    t.log(await(sum(t, new int[] {5, await(t.later(6))})));
    t.log(await(joined(t, "-")), await(joined(t, "-", 1, await(t.later('c')), null)));
    t.log(await(joined(t, await(t.later("+")), (Object[]) new String[] {"x", "y"})));
    t.log(await(listed(t, "a", await(t.later("b")))));
    t.log(await(VarargsMethods.<Object>listed(t, 1, "z")));
    t.log(await(new VarargsMethods().longs(t, 1, await(t.later(2L)), 3)));
    return result();
  }
}
