package values;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Locals of type boolean, byte, char and short, which the JVM keeps as ints, across awaits. */
public class SmallInts {
  static String kind(boolean v) {
    return "boolean " + v;
  }

  static String kind(byte v) {
    return "byte " + v;
  }

  static String kind(char v) {
    return "char " + (int) v;
  }

  static String kind(short v) {
    return "short " + v;
  }

  static String kind(int v) {
    return "int " + v;
  }

  @Async
  static Coroutine<Void> narrowing(Trace t) {
    byte b = 120;
    b += await(t.later(10));
    t.log("b +=", b);
    b *= await(t.later((byte) 3));
    t.log("b *=", b);
    b -= await(t.later(1000L));
    t.log("b -= long", b);
    b /= await(t.later(0.3));
    t.log("b /= double", b);
    b <<= await(t.later(3));
    t.log("b <<=", b);
    b >>>= await(t.later(1));
    t.log("b >>>=", b);
    char c = 'z';
    c += await(t.later(1));
    t.log("c +=", c);
    c *= await(t.later(1.5f));
    t.log("c *= float", c);
    short s = Short.MAX_VALUE;
    s++;
    await(t.pause());
    t.log("s++", s);
    s ^= await(t.later(0xffff));
    t.log("s ^=", s);
    s %= await(t.later((short) 7));
    t.log("s %=", s);
    boolean z = false;
    z |= await(t.later(true));
    t.log("z |=", z);
    z &= !await(t.later(false));
    t.log("z &=", z);
    z ^= await(t.later(true));
    t.log("z ^=", z);
    return result();
  }

  @Async
  static Coroutine<String> overloads(Trace t) {
    boolean z = await(t.later(true));
    byte b = 1;
    char c = 2;
    short s = 3;
    await(t.pause());
    String text = kind(z) + kind(b) + kind(c) + kind(s);
    await(t.pause());
    return result(text + kind(b + s) + kind((char) (c + b)));
  }

  @Async
  static Coroutine<Integer> merged(Trace t, boolean wide) {
    // One variable, two origins of its int: a comparison and a constant.
    boolean flag;
    if (wide) {
      flag = await(t.later(3)) > 2;
    } else {
      flag = false;
    }
    await(t.pause());
    byte small = flag ? (byte) 5 : (byte) -5;
    await(t.pause());
    return result(flag ? small : small * 2);
  }

  @Async
  static Coroutine<Void> unary(Trace t) {
    byte b = 127;
    char c = 0;
    short s = -32768;
    b++;
    c--;
    --s;
    await(t.pause());
    t.log("wrapped", b, c, s);
    t.log("negated", -await(t.later((byte) -128)), ~await(t.later('a')), +await(t.later('a')));
    return result();
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    await(narrowing(t));
    t.log(await(overloads(t)));
    t.log(await(merged(t, true)), await(merged(t, false)));
    await(unary(t));
    return result();
  }
}
