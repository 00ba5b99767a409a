package locals;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.function.Supplier;

/** Parameters of every type, reassigned, captured, final, and many of them. */
public class Parameters {
  @Async
  static Coroutine<String> all(
      Trace t,
      boolean z,
      byte b,
      char c,
      short s,
      int i,
      long l,
      float f,
      double d,
      String r,
      boolean[] za,
      byte[] ba,
      char[] ca,
      short[] sa,
      int[] ia,
      long[] la,
      float[] fa,
      double[] da,
      String[][] raa) {
    await(t.pause());
    z = !z;
    b++;
    c += 1;
    s -= await(t.later(1));
    i *= 2;
    l <<= 1;
    f /= await(t.later(2));
    d = -d;
    r += await(t.later("!"));
    za[0] = z;
    ba[0] += b;
    ca[0] = c;
    sa[0] = s;
    ia[0] -= await(t.later(i));
    la[0] = l;
    fa[0] = f;
    da[0] *= await(t.later(2));
    raa[0][0] = r;
    await(t.pause());
    t.log(z, b, c, s, i, l, f, d, r);
    t.log(za, ba, ca, sa, ia, la, fa, da, raa);
    return result(r);
  }

  @Async
  Coroutine<Long> instance(final Trace t, final long a, int b, final String c) {
    Supplier<String> lambda = () -> a + c;
    b = await(t.later(b)) + 1;
    t.log(lambda.get());
    return result(a + b + c.length());
  }

  @Async
  static Coroutine<Integer> untouched(Trace t, int used, Object unused, double alsoUnused) {
    await(t.pause());
    return result(used);
  }

  @Async
  static Coroutine<Integer> none() {
    return result(5);
  }

  @Async
  static Coroutine<Integer> wide(
      Trace t, long a, double b, long c, double d, long e, double f, long g, int h) {
    long x = a + await(t.later(1));
    double y = b + d + f;
    await(t.pause());
    return result((int) (x + y + c + e + g + h));
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    t.log(
        await(
            all(
                t,
                false,
                Byte.MAX_VALUE,
                'a',
                Short.MIN_VALUE,
                1 << 30,
                1L << 62,
                1f,
                0.0,
                "r",
                new boolean[1],
                new byte[1],
                new char[1],
                new short[1],
                new int[1],
                new long[1],
                new float[1],
                new double[] {3},
                new String[][] {{"old"}, null})));
    t.log(await(new Parameters().instance(t, 5L, 6, "seven")), await(none()));
    t.log(await(untouched(t, 1, null, Double.NaN)), await(wide(t, 1, 2, 3, 4, 5, 6, 7, 8)));
    return result();
  }
}
