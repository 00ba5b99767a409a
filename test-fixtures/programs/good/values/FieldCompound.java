package values;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Compound assignment to static and instance fields of every type, with awaits. */
public class FieldCompound {
  static byte sb = 1;
  static long sl = 2;
  static String ss = "s";
  boolean z;
  byte b = 100;
  char c = 'a';
  short s = 3;
  int i = 4;
  long l = 5;
  float f = 6;
  double d = 7;
  String text = "t";
  Integer box = 8;
  final int[] array = {1, 2};

  FieldCompound logged(Trace t) {
    t.log("receiver");
    return this;
  }

  @Async
  Coroutine<Void> instance(Trace t) {
    z |= await(t.later(true));
    b += await(t.later(100));
    c += await(t.later(2));
    this.s *= await(t.later(3));
    i -= await(t.later(1));
    l <<= await(t.later(3));
    f /= await(t.later(4f));
    d %= await(t.later(4.5));
    text += await(t.later("u"));
    box += await(t.later(1));
    array[await(t.later(1))] += await(t.later(5));
    t.log(z, b, c, s, i, l, f, d, text, box, array);
    return result();
  }

  @Async
  Coroutine<Void> throughReceiver(Trace t) {
    logged(t).i += await(t.later(10));
    logged(t).l *= await(t.later(2)) + logged(t).l++;
    logged(t).text += await(t.later(1.5)) + logged(t).text;
    long value = logged(t).l = await(t.later(77L));
    double other = logged(t).d = logged(t).f = await(t.later(3));
    int old = logged(t).i++ + await(t.later(1)) + --logged(t).i;
    t.log(i, l, text, value, other, old, d, f);
    return result();
  }

  @Async
  static Coroutine<Void> statics(Trace t) {
    sb -= await(t.later(130));
    sl += await(t.later(1)) + sl++ + ++sl;
    FieldCompound.ss += await(t.later(null));
    t.log(sb, sl, ss, sl = await(t.later(4L)), sb++ + await(t.later(1)));
    return result();
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    sb = 1;
    sl = 2;
    ss = "s";
    FieldCompound object = new FieldCompound();
    await(object.instance(t));
    await(object.throughReceiver(t));
    await(statics(t));
    await(t.later(object)).i++;
    await(t.later(object)).l += await(t.later(1));
    t.log(object.i, object.l);
    return result();
  }
}
