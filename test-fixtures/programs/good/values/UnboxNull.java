package values;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Unboxing a null that comes out of an await throws, and at the right moment. */
public class UnboxNull {
  @Async
  static Coroutine<Integer> none(Trace t) {
    await(t.pause());
    return result(null);
  }

  /** May be overridden. */
  static class Base {
    @Async
    Coroutine<Integer> missing(Trace t) {
      await(t.pause());
      return result(1);
    }
  }

  static class Sub extends Base {
    @Async
    @Override
    Coroutine<Integer> missing(Trace t) {
      await(super.missing(t));
      return result(null);
    }
  }

  static class Elsewhere {
    @Async
    static Coroutine<Long> missing(Trace t) {
      await(t.pause());
      return result(null);
    }
  }

  @Async
  static Coroutine<String> attempt(Trace t, int which) {
    try {
      switch (which) {
        case 0:
          int i = await(none(t));
          t.log("not reached", i);
          break;
        case 1:
          t.log("not reached", t.note("left", 1) + await(none(t)) + t.note("right", 2));
          break;
        case 2:
          boolean z = await(t.later((Boolean) null));
          t.log("not reached", z);
          break;
        case 3:
          if (await(t.later((Boolean) null))) {
            t.log("not reached");
          }
          break;
        case 4:
          long[] a = new long[await(none(t))];
          t.log("not reached", a);
          break;
        case 5:
          int[] array = {1};
          array[await(none(t))] = t.note("value", 3);
          break;
        case 6:
          double d = 1.0;
          d += await(t.later((Double) null));
          t.log("not reached", d);
          break;
        case 7:
          switch (await(none(t))) {
            default:
              t.log("not reached");
          }
          break;
        case 8:
          Integer fine = await(none(t));
          t.log("a null box is fine", fine, await(none(t)));
          return result("no failure");
        case 9:
          Integer kept = null;
          await(t.pause());
          t.log("not reached", kept + await(t.later(1)));
          break;
        case 10:
          t.log("a null in text: " + await(none(t)) + await(t.later((String) null)));
          return result("no failure");
        case 11:
          t.log("not reached", 1 + await(new Sub().missing(t)));
          break;
        case 12:
          long l = await(Elsewhere.missing(t));
          t.log("not reached", l);
          break;
        default:
          Character c = await(t.later((Character) null));
          t.log("not reached", c == 'c');
      }
    } catch (NullPointerException e) {
      return result("null at " + which);
    }
    return result("end of " + which);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    for (int i = 0; i < 14; i++) {
      t.log(await(attempt(t, i)));
    }
    return result();
  }
}
