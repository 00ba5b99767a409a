package values;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Comparisons of float, double and long, with NaN and both zeros, each side an await once. */
public class FloatingComparisons {
  @Async
  static Coroutine<String> compare(Trace t, double a, double b) {
    String text = "";
    text += a < await(t.later(b)) ? "<" : " ";
    text += await(t.later(a)) <= b ? "<=" : " ";
    text += a > await(t.later(b)) ? ">" : " ";
    text += await(t.later(a)) >= b ? ">=" : " ";
    text += a == await(t.later(b)) ? "==" : " ";
    text += await(t.later(a)) != b ? "!=" : " ";
    text += !(a < await(t.later(b))) ? "!<" : " ";
    return result(text);
  }

  @Async
  static Coroutine<String> compare(Trace t, float a, float b) {
    boolean less = a < await(t.later(b));
    boolean more = !(await(t.later(a)) <= b);
    await(t.pause());
    return result(less + "/" + more);
  }

  @Async
  static Coroutine<String> compare(Trace t, long a, long b) {
    String text = a < await(t.later(b)) ? "<" : a == await(t.later(b)) ? "==" : ">";
    return result(text + Long.compare(a, await(t.later(b))));
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    double[] values = {-0.0, 0.0, Double.NaN, 1, Double.POSITIVE_INFINITY};
    for (double a : values) {
      for (double b : values) {
        t.log(a, b, await(compare(t, a, b)), await(compare(t, (float) a, (float) b)));
      }
    }
    t.log(await(compare(t, Long.MIN_VALUE, Long.MAX_VALUE)), await(compare(t, 5L, 5L)));
    t.log("zero by its sign", 1 / await(t.later(-0.0)), 1 / await(t.later(0.0)));
    t.log("division", await(t.later(1f)) / 0, await(t.later(0f)) / 0, -5 % await(t.later(3f)));
    while (await(t.later(Double.NaN)) < 1) {
      t.log("not reached");
    }
    do {
      t.log("once");
    } while (!(await(t.later(Double.NaN)) != await(t.later(Double.NaN))));
    return result();
  }
}
