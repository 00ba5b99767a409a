package values;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Bit operations and shifts of int and long, with the distance or the value awaited. */
public class BitsAndShifts {
  @Async
  static Coroutine<Integer> popCount(Trace t, long bits) {
    int count = 0;
    while (bits != 0) {
      bits &= bits - await(t.later(1L));
      count++;
    }
    return result(count);
  }

  @Async
  static Coroutine<Integer> hash(Trace t, String text) {
    int h = 0x811c9dc5;
    for (int i = 0; i < text.length(); i++) {
      h ^= await(t.later(text.charAt(i)));
      h *= 16777619;
    }
    return result(h);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    int i = 0x80000001;
    long l = 0x8000_0000_0000_0001L;
    t.log(i << await(t.later(1)), i >> await(t.later(31L)), i >>> await(t.later(33)));
    t.log(l << await(t.later(1)), l >> await(t.later(63L)), l >>> await(t.later(65)));
    t.log(await(t.later(i)) & 0xff, await(t.later(l)) | i, l ^ await(t.later(-1)));
    int x = 12;
    x <<= await(t.later(2));
    x |= await(t.later(1));
    x ^= x >>> await(t.later(1));
    x &= ~await(t.later(4));
    x >>= await(t.later(1L));
    t.log("x", x);
    long y = -1;
    y >>>= await(t.later(60));
    y ^= await(t.later(5));
    y <<= y;
    t.log("y", y);
    boolean p = await(t.later(true)) & await(t.later(false)) | await(t.later(true));
    boolean q = p ^ await(t.later(true)) ^ !await(t.later(false));
    t.log("p", p, "q", q);
    t.log(await(popCount(t, 0xF0F0L)), await(hash(t, "async")));
    return result();
  }
}
