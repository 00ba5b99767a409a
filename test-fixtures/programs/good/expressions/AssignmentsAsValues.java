package expressions;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.Iterator;
import java.util.List;

/** Assignments used as values, which duplicate values of one and two slots under the target. */
public class AssignmentsAsValues {
  int i;
  long l;
  static double d;
  static String s;
  final long[] longs = new long[2];
  final Object[] objects = new Object[2];

  AssignmentsAsValues me(Trace t) {
    t.log("me");
    return this;
  }

  @Async
  Coroutine<Void> chains(Trace t) {
    int a;
    int b;
    int c = a = b = await(t.later(5));
    long x = l = i = a + await(t.later(1));
    double y = d = longs[await(t.later(1))] = me(t).l = await(t.later(9));
    t.log(a, b, c, x, y, i, l, d, longs);
    Object o = objects[0] = s = await(t.later("s"));
    objects[await(t.later(1))] = objects[await(t.later(0))] += await(t.later("t"));
    t.log(o, s, objects);
    int sum = (a = await(t.later(2))) + a * (a = await(t.later(3))) + a;
    t.log(sum, a);
    t.log((me(t).longs[await(t.later(0))] += await(t.later(4))) + (me(t).l -= await(t.later(1))));
    t.log(me(t).l++ + await(t.later(1)), ++me(t).longs[await(t.later(0))] * await(t.later(2)));
    t.log(me(t).longs[0]-- - await(t.later(1L)), d++ + await(t.later(1)), i-- * await(t.later(2)));
    t.log(i, l, d, longs);
    return result();
  }

  @Async
  static Coroutine<Integer> reader(Trace t, Iterator<Integer> source) {
    Integer read;
    int total = 0;
    while ((read = await(t.later(source.hasNext() ? source.next() : null))) != null) {
      total += read;
    }
    int n;
    if ((n = await(t.later(total))) > 5 && (total = n * 2) > await(t.later(11))) {
      n = -n;
    }
    return result(total + n);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    await(new AssignmentsAsValues().chains(t));
    t.log(await(reader(t, List.of(1, 2, 3).iterator())), await(reader(t, List.of(1).iterator())));
    return result();
  }
}
