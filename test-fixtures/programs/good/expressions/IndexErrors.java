package expressions;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** The order in which array, index and value are evaluated, and when a bad index throws. */
public class IndexErrors {
  static int[] array(Trace t) {
    t.log("array");
    return new int[] {1, 2, 3};
  }

  @Async
  static Coroutine<Void> attempt(Trace t, int which) {
    try {
      switch (which) {
        case 0 -> array(t)[t.note("index", 5)] = await(t.later(1));
        case 1 -> array(t)[await(t.later(5))] = t.note("value", 1);
        case 2 -> array(t)[await(t.later(-1))] += t.note("never", 1);
        case 3 -> array(t)[t.note("index", 3)] += await(t.later(1));
        case 4 -> array(t)[await(t.later(3))]++;
        case 5 -> t.log(array(t)[t.note("index", 9)] + await(t.later(1)));
        case 6 -> t.log(t.note("left", 1) + array(t)[await(t.later(9))] + t.note("never", 1));
        case 7 -> array(t)[array(t)[await(t.later(4))]] = await(t.later(1));
        case 8 -> array(t)[7] = 1 / await(t.later(0));
        case 9 -> {
          Object[] strings = new String[1];
          strings[await(t.later(0))] = await(t.later((Object) 5));
        }
        case 10 -> {
          Object[] strings = new String[1];
          strings[await(t.later(1))] = await(t.later((Object) 5));
        }
        case 11 -> {
          int[][] rows = {{1}, null};
          rows[await(t.later(1))][t.note("index", 0)] = await(t.later(1));
        }
        case 12 -> t.log(new char[] {'a'}[await(t.later(1))] + await(t.later(1)));
        case 13 -> {
          int i = 0;
          int[] a = {7, 8, 9};
          a[i] = i = await(t.later(2));
          t.log(a, i);
          a[i] += i = await(t.later(1));
          t.log(a, i);
          a = new int[] {a[0], (a = new int[] {5})[0], await(t.later(a.length))};
          t.log(a);
          int[] b = a;
          b[await(t.later(1))] = (b = new int[3])[2] = await(t.later(4));
          t.log(a, b);
        }
        default -> t.log(array(t)[await(t.later(0))] + array(t)[await(t.later(1))]);
      }
    } catch (RuntimeException e) {
      t.log("caught", e);
    }
    return result();
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    for (int which = 0; which <= 14; which++) {
      t.log("case", which);
      await(attempt(t, which));
    }
    return result();
  }
}
