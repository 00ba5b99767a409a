package values;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Arrays of every element type, made, read and written around awaits. */
public class ArrayElements {
  @Async
  static Coroutine<Void> store(Trace t) {
    boolean[] z = new boolean[await(t.later(2))];
    byte[] b = new byte[await(t.later(2))];
    char[] c = new char[await(t.later('\2'))];
    short[] s = new short[await(t.later((short) 2))];
    int[] i = new int[await(t.later((byte) 2))];
    long[] l = new long[2];
    float[] f = new float[2];
    double[] d = new double[2];
    String[] r = new String[await(t.later(2))];
    z[1] = await(t.later(true));
    b[await(t.later(1))] = (byte) 200;
    c[await(t.later(1))] = await(t.later('c'));
    s[t.note("index", 1)] = await(t.later((short) 3));
    i[await(t.later(0))] = i[await(t.later(1))] = await(t.later(4));
    l[1] = l[0] = await(t.later(5L));
    f[await(t.later(0))] = f[1] = await(t.later(6f));
    d[d.length - 1] = await(t.later(7)) + d[await(t.later(0))];
    r[await(t.later(1))] = await(t.later("r"));
    t.log(z, b, c, s);
    t.log(i, l, f, d, r);
    return result();
  }

  @Async
  static Coroutine<Void> read(Trace t, boolean[] z, byte[] b, char[] c, short[] s) {
    boolean z1 = z[await(t.later(0))];
    byte b1 = b[await(t.later(0))];
    char c1 = c[await(t.later(0))];
    short s1 = s[await(t.later(0))];
    t.log("read", z1, b1, c1, s1);
    t.log("sum", b[0] + await(t.later(1)) + c[0] + s[await(t.later(0))] * s1);
    t.log("lengths", await(t.later(z)).length + await(t.later(b)).length);
    return result();
  }

  @Async
  static Coroutine<long[]> returned(Trace t, long first) {
    long[] made = {first, await(t.later(first + 1)), first + await(t.later(2))};
    return result(made);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    await(store(t));
    await(
        read(
            t,
            new boolean[] {await(t.later(true))},
            new byte[] {-1},
            new char[] {'q', await(t.later('r'))},
            new short[] {await(t.later((short) 9))}));
    t.log("returned", await(returned(t, 5L)));
    t.log("element", await(returned(t, 6L))[await(t.later(2))]);
    Object[] objects = {1, await(t.later(2L)), 'c', await(t.later(null)), await(t.later("s"))};
    t.log("objects", objects);
    t.log("copy", objects.clone()[await(t.later(1))]);
    return result();
  }
}
