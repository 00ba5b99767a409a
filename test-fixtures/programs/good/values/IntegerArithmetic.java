package values;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Overflow, division, remainder and their failures, with awaits on either side. */
public class IntegerArithmetic {
  @Async
  static Coroutine<String> divide(Trace t, int a, int b) {
    try {
      int q = t.note("a", a) / await(t.later(b));
      await(t.pause());
      int r = await(t.later(a)) % b;
      return result(q + " rest " + r);
    } catch (ArithmeticException e) {
      await(t.pause());
      return result("int: " + e.getMessage());
    }
  }

  @Async
  static Coroutine<String> divide(Trace t, long a, long b) {
    try {
      return result(a / await(t.later(b)) + " rest " + await(t.later(a)) % await(t.later(b)));
    } catch (ArithmeticException e) {
      return result("long: " + e.getMessage());
    }
  }

  @Async
  static Coroutine<Integer> gcd(Trace t, int a, int b) {
    while (b != 0) {
      int rest = a % await(t.later(b));
      a = b;
      b = rest;
    }
    return result(a);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    int[][] pairs = {{7, 2}, {-7, 2}, {7, -2}, {5, 0}, {Integer.MIN_VALUE, -1}};
    for (int[] pair : pairs) {
      t.log(await(divide(t, pair[0], pair[1])));
      t.log(await(divide(t, (long) pair[0], (long) pair[1])));
    }
    int max = Integer.MAX_VALUE;
    t.log(max + await(t.later(1)), max + await(t.later(1L)), max * await(t.later(2)));
    long big = Long.MAX_VALUE;
    t.log(big + await(t.later(1)), big * await(t.later(2L)), -await(t.later(Long.MIN_VALUE)));
    t.log("gcd", await(gcd(t, 84, 36)));
    try {
      // The operands on the left have been computed when the division fails.
      int x = t.note("first", 1) + t.note("second", 2) / await(t.later(0)) + t.note("third", 3);
      t.log("not reached", x);
    } catch (ArithmeticException e) {
      t.log(e);
    }
    int lost = 5;
    try {
      lost += await(t.later(1)) / await(t.later(0));
    } catch (ArithmeticException e) {
      t.log("unchanged", lost);
    }
    return result();
  }
}
