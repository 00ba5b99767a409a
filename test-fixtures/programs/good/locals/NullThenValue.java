package locals;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.ArrayList;
import java.util.List;

/** Locals that hold null first and a value later, in straight code, loops and branches. */
public class NullThenValue {
  @Async
  static Coroutine<String> straight(Trace t) {
    String s = null;
    int[] a = null;
    Integer box = null;
    List<String> list = null;
    await(t.pause());
    t.log(s, a, box, list);
    s = await(t.later("s"));
    await(t.pause());
    a = new int[] {await(t.later(1))};
    box = a[0];
    await(t.pause());
    list = List.of(s);
    await(t.pause());
    String out = s + a.length + box + list;
    s = null;
    await(t.pause());
    return result(out + s);
  }

  @Async
  static Coroutine<String> loop(Trace t, int n) {
    String longest = null;
    Object previous = null;
    for (int i = 0; i < n; i++) {
      String current = await(t.later("x".repeat(i % 3)));
      if (longest == null || current.length() > longest.length()) {
        longest = current;
      }
      if (previous != null && await(t.later(previous)).equals(current)) {
        previous = null;
      } else {
        previous = current.isEmpty() ? (Object) i : current;
      }
      t.log(longest, previous);
    }
    return result(longest == null ? "none" : longest.concat(await(t.later("!"))));
  }

  @Async
  static Coroutine<Integer> cast(Trace t) {
    // The verifier sees null, an array and a list in the same place.
    Object o = null;
    await(t.pause());
    int sum = o == null ? 1 : 0;
    o = new long[] {await(t.later(5L))};
    await(t.pause());
    sum += (int) ((long[]) o)[0];
    o = new ArrayList<>(List.of(await(t.later(7))));
    await(t.pause());
    sum += ((List<?>) o).size() * 100;
    return result(sum);
  }

  @Async
  static Coroutine<Integer> alwaysNull(Trace t) {
    String never = null;
    await(t.pause());
    try {
      return result(never.length());
    } catch (NullPointerException e) {
      await(t.pause());
      return result(never == null ? -1 : 1);
    }
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    t.log(await(straight(t)), await(loop(t, 0)), await(loop(t, 5)));
    t.log(await(cast(t)), await(alwaysNull(t)));
    return result();
  }
}
