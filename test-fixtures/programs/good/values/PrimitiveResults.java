package values;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Results of every primitive type, unboxed or not where they are awaited, with values below. */
public class PrimitiveResults {
  @Async
  static Coroutine<Boolean> not(Trace t, boolean value) {
    return result(!await(t.later(value)));
  }

  @Async
  static Coroutine<Byte> byteOf(Trace t, int value) {
    byte b = (byte) await(t.later(value)).intValue();
    return result(b);
  }

  @Async
  static Coroutine<Character> charOf(Trace t, int value) {
    return result((char) (await(t.later(value)) + 1));
  }

  @Async
  static Coroutine<Short> shortOf(Trace t, int value) {
    if (value > 10) {
      return result((short) -await(shortOf(t, value - 10)));
    }
    return result((short) (int) await(t.later(value)));
  }

  @Async
  static Coroutine<Integer> fib(Trace t, int n) {
    if (n < 2) {
      return result(await(t.later(n)));
    }
    int sum = await(fib(t, n - 1)) + await(fib(t, n - 2));
    return result(sum);
  }

  @Async
  static Coroutine<Integer> fibPlain(Trace t, int n) {
    if (n < 2) {
      return result(n);
    }
    t.log("fib", n);
    return result(await(fibPlain(t, n - 1)) + await(fibPlain(t, n - 2)) + await(t.later(0)));
  }

  @Async
  static Coroutine<Long> longOf(Trace t, long value) {
    long more = 1L << 40;
    return result(value * await(t.later(3)) + more);
  }

  @Async
  static Coroutine<Float> floatOf(Trace t, float value) {
    return result(value / await(t.later(4f)));
  }

  @Async
  static Coroutine<Double> doubleOf(Trace t, double value) {
    try {
      return result(Math.sqrt(await(t.later(value))));
    } finally {
      t.log("finally", await(t.later(value)));
    }
  }

  @Async
  static Coroutine<Integer> neverSuspends(int value) {
    return result(value + 1);
  }

  @Async
  static Coroutine<Integer> sometimesNull(Trace t, int value) {
    if (value == 0) {
      return result(null);
    }
    return result(await(t.later(value)));
  }

  @Async
  static Coroutine<Integer> fails(Trace t, int value) {
    if (await(t.later(value)) > 2) {
      throw new IllegalArgumentException("too large: " + value);
    }
    return result(value);
  }

  @Async
  static Coroutine<Integer> handsOn(Trace t, int value) {
    return value > 3 ? fib(t, value) : neverSuspends(value);
  }

  @Async
  Coroutine<Integer> virtual(Trace t, int value) {
    return result(value + await(t.later(value)));
  }

  @Async
  private Coroutine<Long> ofThis(Trace t, long value) {
    return result(value - await(virtual(t, 7)));
  }

  /** The values below the await are put away in the order they lie, wide ones too. */
  @Async
  static Coroutine<String> below(Trace t) {
    long[] a = {1L, 2L};
    double d = 2.5;
    a[await(fib(t, 2))] += await(longOf(t, 7)) + (long) (d * await(doubleOf(t, 16)));
    String text = "" + a[1] + await(charOf(t, 'a')) + d + await(floatOf(t, 3)) + await(not(t, true));
    return result(text + (await(byteOf(t, 200)) << await(shortOf(t, 2))) + await(shortOf(t, 25)));
  }

  @Async
  static Coroutine<Integer> caught(Trace t) {
    int sum = 0;
    for (int i = 0; i < 5; i++) {
      try {
        sum += await(fails(t, i));
      } catch (IllegalArgumentException e) {
        t.log("caught", e.getMessage());
        sum += await(neverSuspends(100));
      } finally {
        sum *= 2;
      }
    }
    return result(sum);
  }

  @Async
  public static Coroutine<Object> run(Trace t) {
    t.log("below", await(below(t)));
    t.log("fib", await(fib(t, 6)), await(fibPlain(t, 4)));
    Object boxed = await(neverSuspends(127));
    Integer kept = await(fib(t, 7));
    long widened = await(fib(t, 5));
    t.log("boxed", boxed, kept, widened);
    t.log("caught", await(caught(t)));
    t.log("handed on", await(handsOn(t, 3)), await(handsOn(t, 5)));
    t.log("null", await(sometimesNull(t, 0)), await(sometimesNull(t, 1)));
    try {
      int none = await(sometimesNull(t, 0));
      t.log("none", none);
    } catch (NullPointerException e) {
      t.log("nothing to unbox");
    }
    PrimitiveResults object = new PrimitiveResults();
    t.log("instance", await(object.virtual(t, 3)), await(object.ofThis(t, 1L << 33)));
    boolean flag = await(not(t, false)) && await(not(t, await(not(t, true))));
    return result(flag ? await(doubleOf(t, 2)) : await(longOf(t, 1)));
  }
}
