package locals;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.List;

/** Disjoint scopes use the same slots for int, long, double and references in turn. */
public class SlotReuse {
  @Async
  static Coroutine<Void> scopes(Trace t) {
    {
      int a = await(t.later(1));
      int b = await(t.later(2));
      t.log(a, b);
    }
    await(t.pause());
    {
      long a = await(t.later(3L));
      t.log(a);
    }
    {
      String a = await(t.later("four"));
      double b = await(t.later(5.0));
      t.log(a, b);
    }
    {
      byte a = await(t.later((byte) 6));
      long b = await(t.later(7L));
      t.log(a, b);
    }
    {
      float a = await(t.later(8f));
      Object b = null;
      await(t.pause());
      t.log(a, b);
    }
    boolean a = await(t.later(true));
    int[] b = {await(t.later(9))};
    t.log(a, b);
    return result();
  }

  @Async
  static Coroutine<Long> loops(Trace t) {
    long sum = 0;
    for (int i = 0; i < 2; i++) {
      long square = await(t.later((long) i * i));
      sum += square;
    }
    for (double d = 0; d < 1; d += 0.5) {
      sum += (long) (await(t.later(d)) * 10);
    }
    for (String s : List.of("a", "bc")) {
      int length = await(t.later(s.length()));
      for (char c : s.toCharArray()) {
        sum += c * await(t.later(length));
      }
    }
    for (long l : new long[] {1, 2}) {
      boolean odd = await(t.later(l)) % 2 == 1;
      sum += odd ? 1000 : 0;
    }
    return result(sum);
  }

  @Async
  static Coroutine<String> switched(Trace t, int v) {
    switch (v) {
      case 0:
        {
          int x = await(t.later(1));
          long y = x + await(t.later(1L));
          return result("int" + x + y);
        }
      case 1:
        {
          long x = await(t.later(2L));
          int y = (int) x + await(t.later(1));
          return result("long" + x + y);
        }
      default:
        {
          String x = await(t.later("s"));
          Object y = await(t.later((Object) x));
          return result("ref" + x + y);
        }
    }
  }

  @Async
  static Coroutine<Integer> deadThenReused(Trace t, boolean a) {
    // The slot of "first" dies in one branch and is an int in the other.
    if (a) {
      String first = await(t.later("first"));
      t.log(first);
    } else {
      int second = await(t.later(2));
      t.log(second);
      await(t.pause());
    }
    await(t.pause());
    int third = await(t.later(3));
    await(t.pause());
    return result(third);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    await(scopes(t));
    t.log(await(loops(t)));
    t.log(await(switched(t, 0)), await(switched(t, 1)), await(switched(t, 2)));
    t.log(await(deadThenReused(t, true)), await(deadThenReused(t, false)));
    return result();
  }
}
