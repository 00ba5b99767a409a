package values;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Conditional expressions that mix boxes and primitives promote and unbox as Java says. */
public class BoxesInConditionals {
  @Async
  static Coroutine<Object> choose(Trace t, boolean c, int which) {
    Integer none = null;
    switch (which) {
      case 0:
        return result(c ? await(t.later(1)) : await(t.later(2.5)));
      case 1:
        return result(c ? await(t.later(1)) : (Object) await(t.later(2.5)));
      case 2:
        return result(await(t.later(c)) ? 'a' : await(t.later(98)));
      case 3:
        return result(c ? await(t.later('a')) : 98);
      case 4:
        return result(await(t.later(c)) ? none : await(t.later(5)));
      case 5:
        int unboxed = await(t.later(c)) ? none : 5;
        return result(unboxed);
      case 6:
        return result(c ? (Integer) 1 : await(t.later('b')));
      case 7:
        long l = c ? await(t.later(1)) : await(t.later(2L));
        return result(l);
      case 8:
        Number n = await(t.later(c)) ? Integer.valueOf(1) : Double.valueOf(2);
        return result(n);
      default:
        Comparable<?> x = c ? await(t.later("text")) : await(t.later(3));
        return result(x);
    }
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    for (int which = 0; which < 10; which++) {
      for (boolean c : new boolean[] {true, false}) {
        try {
          t.log(which, c, await(choose(t, c, which)));
        } catch (NullPointerException e) {
          t.log(which, c, e);
        }
      }
    }
    return result();
  }
}
