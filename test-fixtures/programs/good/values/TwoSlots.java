package values;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Long and double values lie on the operand stack, under and between awaits. */
public class TwoSlots {
  static long twice(long v) {
    return 2 * v;
  }

  static String join(long a, int b, double c, Object d, long e) {
    return a + "," + b + "," + c + "," + d + "," + e;
  }

  @Async
  static Coroutine<Double> expression(Trace t, long a, double b) {
    double first = a + await(t.later(2L)) * (b - await(t.later(0.5))) / await(t.later(4));
    double second = (b * a) - (await(t.later(10L)) - a * (await(t.later(3.0)) + b));
    return result(first * 1000 + second);
  }

  @Async
  static Coroutine<Long> deep(Trace t, long a) {
    return result(
        a
            + (twice(a)
                + (a * 3
                    + (twice(twice(a))
                        - (a * 5
                            + (a * 6 + (int) a * await(t.later(7L)) + a)
                            - await(t.later(1)))))));
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    long a = 1L << 40;
    double b = 2.5;
    t.log("expression", await(expression(t, a, b)));
    t.log("deep", await(deep(t, 11)));
    // One-slot and two-slot operands alternate.
    t.log(join(a, 1, await(t.later(2.0)), "x", await(t.later(5L))));
    t.log(join(await(t.later(1L)), await(t.later(2)), b, await(t.later("d")), a + 1));
    t.log(join(a, (int) await(t.later(2.9)).doubleValue(), a, b, await(t.later('e'))));
    t.log("compare", a < await(t.later(5L)), b > await(t.later(2.0)), a == await(t.later(a)));
    long[] longs = {1, 2, 3};
    double[] doubles = {1, 2, 3};
    double r = longs[2] * await(t.later(2)) + doubles[1] * longs[await(t.later(1))];
    t.log("arrays", r);
    long shifted = (a << await(t.later(2))) | (a >>> await(t.later(38L)));
    t.log("shifted", shifted);
    return result();
  }
}
