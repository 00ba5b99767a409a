package values;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Locals and results of all eight primitive types live across awaits. */
public class Primitives {
  @Async
  static Coroutine<Boolean> flip(Trace t, boolean v) {
    boolean before = !v;
    await(t.pause());
    return result(before);
  }

  @Async
  static Coroutine<Double> mix(
      Trace t, boolean z, byte b, char c, short s, int i, long l, float f, double d) {
    await(t.pause());
    t.log("params", z, b, c, s, i, l, f, d);
    double sum = (z ? 1 : 0) + b + c + s + i;
    await(t.pause());
    sum += l;
    sum += f;
    await(t.pause());
    sum += d;
    return result(sum);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    boolean z = await(t.later(true));
    byte b = await(t.later((byte) -128));
    char c = await(t.later('\uffff'));
    short s = await(t.later((short) -32768));
    int i = await(t.later(Integer.MIN_VALUE));
    long l = await(t.later(Long.MAX_VALUE));
    float f = await(t.later(1.5f));
    double d = await(t.later(-0.0));
    await(t.pause());
    t.log(z, b, c, s, i, l, f, d);
    // Widening of what comes out of the await.
    long wideInt = await(t.later(7));
    double wideLong = await(t.later(8L));
    float wideChar = await(t.later('A'));
    int wideByte = await(t.later((byte) -1));
    double wideFloat = await(t.later(0.1f));
    t.log("widened", wideInt, wideLong, wideChar, wideByte, wideFloat);
    // Narrowing by casts.
    byte narrowInt = (byte) (int) await(t.later(300));
    char narrowLong = (char) (long) await(t.later(65L + 65536));
    short narrowDouble = (short) (double) await(t.later(70000.9));
    int fromNan = (int) (float) await(t.later(Float.NaN));
    long fromHuge = (long) (double) await(t.later(1e300));
    t.log("narrowed", narrowInt, narrowLong, narrowDouble, fromNan, fromHuge);
    t.log("flip", await(flip(t, true)), await(flip(t, false)));
    t.log("mix", await(mix(t, z, b, c, s, i, 1L << 40, f, d)));
    return result();
  }
}
