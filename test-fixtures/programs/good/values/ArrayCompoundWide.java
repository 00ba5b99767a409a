package values;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** {@code a[i()] += await(x)} for long, float, double, String and boxed elements. */
public class ArrayCompoundWide {
  @Async
  static Coroutine<Void> longs(Trace t) {
    long[] a = {1, 2, 3};
    a[t.note("i", 1)] += await(t.later(5L));
    a[await(t.later(0))] <<= await(t.later(40));
    long x = a[t.note("j", 2)]++ + await(t.later(10)) - --a[await(t.later(2))];
    long y = a[1] = a[0] = await(t.later(9L));
    t.log("longs", a, x, y, a[1] *= await(t.later(2L)));
    a[t.note("k", 2)] += await(t.later(1.9));
    t.log("by double", a);
    return result();
  }

  @Async
  static Coroutine<Void> floats(Trace t) {
    float[] a = {1, 2};
    a[t.note("i", 1)] /= await(t.later(4f));
    float old = a[await(t.later(0))]++;
    t.log("floats", a, old, a[0] -= await(t.later(0.25)));
    return result();
  }

  @Async
  static Coroutine<Void> doubles(Trace t) {
    double[] a = {1, 2};
    a[t.note("i", 1)] %= await(t.later(0.7));
    double old = a[await(t.later(0))]-- * await(t.later(3.0));
    t.log("doubles", a, old, (a[0] += await(t.later(1L))) * await(t.later(2)));
    return result();
  }

  @Async
  static Coroutine<Void> strings(Trace t) {
    String[] a = {"a", null};
    a[t.note("i", 0)] += await(t.later("b"));
    a[t.note("j", 1)] += await(t.later(5)) + "c" + await(t.later('d'));
    t.log("strings", a, a[await(t.later(0))] += await(t.later(1.5f)));
    Object[] objects = {"o"};
    objects[t.note("k", 0)] += await(t.later("p"));
    t.log("objects", objects);
    return result();
  }

  @Async
  static Coroutine<Void> boxes(Trace t) {
    Integer[] a = {1, 2};
    a[t.note("i", 1)] += await(t.later(5));
    Integer old = a[await(t.later(0))]++;
    Long[] l = {1L};
    l[t.note("j", 0)] *= await(t.later(6L));
    Double[] d = {0.5};
    d[t.note("k", 0)] -= await(t.later(1));
    Character[] c = {'c'};
    c[await(t.later(0))]++;
    Boolean[] z = {true};
    z[t.note("l", 0)] ^= await(t.later(true));
    t.log("boxes", a, old, l, d, c, z);
    return result();
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    await(longs(t));
    await(floats(t));
    await(doubles(t));
    await(strings(t));
    await(boxes(t));
    return result();
  }
}
