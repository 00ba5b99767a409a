package expressions;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Deeply nested expressions, with awaits at all depths and a mixed operand stack. */
public class DeepNesting {
  static int f(int a, int b) {
    return 31 * a + b;
  }

  static double g(long a, Object b, double c) {
    return a + b.hashCode() + c;
  }

  @Async
  static Coroutine<Integer> h(Trace t, int v) {
    return result(await(t.later(v)) + 1);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    int x = 3;
    int v =
        f(
            x,
            f(
                await(h(t, f(1, await(h(t, x))))),
                f(
                    f(x++, f(await(t.later(x)), f(x, await(h(t, await(h(t, await(h(t, x))))))))),
                    f(--x, await(t.later(f(x, f(x, await(t.later(9))))))))));
    t.log(v, x);
    double d =
        g(
            1L + await(t.later(2L)) * (3L - (4L + await(t.later(5)))),
            "b" + await(t.later(1)) + g(1, "c" + await(t.later("d")), await(t.later(0.5))),
            ((((1.0 + await(t.later(1))) * 2 + await(t.later(2))) * 3 + await(t.later(3))) * 4));
    t.log(d);
    int[][] a = {{0, 1, 2}, {2, 0, 1}, {1, 2, 0}};
    int w = a[a[a[1][await(t.later(0))]][a[await(t.later(0))][1]]][a[2][a[1][await(t.later(1))]]];
    t.log(w);
    t.log((((((1 + (2 + (3 + (4 + (5 + await(t.later(6))))))))))));
    t.log(await(t.later(await(t.later(await(t.later(await(t.later(await(t.later("deep")))))))))));
    t.log(-(-(-await(t.later(1)))) + ~(~(~await(t.later(2)))), !(!(!await(t.later(true)))));
    return result();
  }
}
