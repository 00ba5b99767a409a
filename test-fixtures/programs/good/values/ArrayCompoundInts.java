package values;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** {@code a[i()] += await(x)} for element types that are ints on the stack. */
public class ArrayCompoundInts {
  @Async
  static Coroutine<Void> bytes(Trace t) {
    byte[] a = {1, 100, 3};
    a[t.note("i", 1)] += await(t.later(100));
    a[await(t.later(0))] -= await(t.later(3L));
    a[await(t.later(2))]++;
    int old = a[await(t.later(2))]-- + await(t.later(10));
    t.log("bytes", a, old);
    byte value = a[0] *= await(t.later((byte) 70));
    t.log("value", value);
    return result();
  }

  @Async
  static Coroutine<Void> chars(Trace t) {
    char[] a = {'a', 'b', 'c'};
    a[t.note("i", 1)] += await(t.later(1));
    a[await(t.later(0))] <<= await(t.later(1));
    char old = a[await(t.later(2))]++;
    char next = ++a[t.note("i", 2)];
    t.log("chars", a, old, next, a[2] ^= await(t.later(1)));
    return result();
  }

  @Async
  static Coroutine<Void> shorts(Trace t) {
    short[] a = {1, 32767};
    a[t.note("i", 1)] += await(t.later(1));
    a[0] |= await(t.later(0x7000));
    a[0] /= await(t.later(2.5f));
    t.log("shorts", a, (a[1] >>= await(t.later(3))) + await(t.later(1)));
    return result();
  }

  @Async
  static Coroutine<Void> ints(Trace t) {
    int[] a = {1, 2, 3};
    a[t.note("i", 1)] += await(t.later(5));
    a[a[await(t.later(0))]] *= a[2] += await(t.later(4));
    int x = a[t.note("j", 0)]++ + await(t.later(10)) + ++a[t.note("k", 0)];
    t.log("ints", a, x);
    // The left value is fetched before the right side changes it.
    a[0] += await(t.later(100)) + (a[0] = 1000);
    t.log("left first", a);
    a[2] -= a[2]-- - await(t.later(1)) - --a[2];
    t.log("tangled", a);
    return result();
  }

  @Async
  static Coroutine<Void> booleans(Trace t) {
    boolean[] a = {true, false};
    a[t.note("i", 1)] |= await(t.later(true));
    a[await(t.later(0))] &= await(t.later(false));
    t.log("booleans", a, a[1] ^= await(t.later(true)));
    return result();
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    await(bytes(t));
    await(chars(t));
    await(shorts(t));
    await(ints(t));
    await(booleans(t));
    return result();
  }
}
