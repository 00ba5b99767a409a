package locals;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Values carried round loops, swapped, shadowing fields, and dead between awaits. */
public class CarriedValues {
  static int value = 1000;
  int shadowed = 2000;

  @Async
  Coroutine<Integer> shadows(Trace t, int value) {
    int shadowed = value + await(t.later(1));
    for (int i = 0; i < 2; i++) {
      int local = shadowed + this.shadowed;
      shadowed = await(t.later(local));
    }
    return result(shadowed + value + CarriedValues.value);
  }

  @Async
  static Coroutine<String> swap(Trace t, int n) {
    int a = 1;
    int b = 2;
    String x = "x";
    String y = null;
    long l = 0;
    while (n-- > 0) {
      int c = a;
      a = b;
      b = c;
      String z = x;
      x = y;
      y = z;
      l = l * 10 + (n % 2 == 0 ? await(t.later(a)) : b);
    }
    return result(a + "," + b + "," + x + "," + y + "," + l);
  }

  @Async
  static Coroutine<Integer> deadBetween(Trace t) {
    byte[] large = new byte[1000];
    int length = large.length;
    await(t.pause());
    large = null;
    await(t.pause());
    StringBuilder scratch = new StringBuilder("abc");
    length += scratch.length();
    scratch = await(t.later(new StringBuilder("de")));
    length += scratch.length();
    await(t.pause());
    return result(length);
  }

  @Async
  static Coroutine<Integer> increments(Trace t) {
    int i = 0;
    int total = 0;
    i++;
    await(t.pause());
    i += 100;
    await(t.pause());
    i += 100_000;
    total += i++ + await(t.later(++i));
    i -= 1;
    --i;
    await(t.pause());
    return result(total + i);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    t.log(await(new CarriedValues().shadows(t, 1)), await(swap(t, 5)), await(swap(t, 0)));
    t.log(await(deadBetween(t)), await(increments(t)));
    return result();
  }
}
