package expressions;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.ArrayList;
import java.util.List;

/** Casts and instanceof, with and without patterns, on awaited values. */
public class CastsAndInstanceof {
  @Async
  static Coroutine<String> describe(Trace t, Object o) {
    if (await(t.later(o)) instanceof String s && s.length() > await(t.later(2))) {
      return result("long text " + s + await(t.later(s.length())));
    }
    if (!(o instanceof Number n)) {
      return result("other " + await(t.later(o)));
    }
    await(t.pause());
    if (n instanceof Integer i && (await(t.later(i)) > 10 || n.intValue() < 0)) {
      await(t.pause());
      return result("int " + (i + 1));
    }
    return result("number " + n + (o instanceof Long l ? l + await(t.later(1L)) : ""));
  }

  @Async
  static Coroutine<String> cast(Trace t, Object o) {
    try {
      String s = (String) await(t.later(o));
      return result("text " + s);
    } catch (ClassCastException e) {
      await(t.pause());
      return result(((Number) o).intValue() + (int) (double) (Double) await(t.later(o)) + "!");
    }
  }

  @Async
  static Coroutine<Integer> loop(Trace t, Object first) {
    Object o = first;
    int depth = 0;
    while (o instanceof Object[] array && array.length > 0) {
      o = await(t.later(array[0]));
      depth++;
    }
    return result(depth);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    Object[] values = {"ab", "abc", 5, 11, -1, 7L, 'c', null};
    for (Object value : values) {
      t.log(await(describe(t, value)));
    }
    t.log(await(cast(t, "x")), await(cast(t, 2.75)), await(cast(t, null)));
    t.log(await(loop(t, new Object[] {new Object[] {new Object[] {}}})));
    Object list = await(t.later(new ArrayList<>(List.of("q"))));
    if (list instanceof List<?> l && !l.isEmpty() && l.get(0) instanceof String s) {
      await(t.pause());
      t.log(l, s);
    }
    boolean both = await(t.later((Object) "s")) instanceof CharSequence c && c.length() == 1;
    t.log(both, await(t.later((Object) new int[1])) instanceof int[], null instanceof Object);
    long unboxed = (Long) await(t.later((Object) 5L)) + (int) await(t.later((Object) 6));
    t.log(unboxed);
    return result();
  }
}
