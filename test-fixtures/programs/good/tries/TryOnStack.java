package tries;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Calls of tries with operands waiting on the caller's stack; failures drop the operands. */
public class TryOnStack {
  @Async
  static Coroutine<Integer> guarded(Trace t, int v) {
    try {
      return result(10 / await(t.later(v)));
    } catch (ArithmeticException e) {
      return result(-1);
    } finally {
      await(t.later("guarded " + v));
    }
  }

  static String join(long a, Object b, double c, int d) {
    return a + "," + b + "," + c + "," + d;
  }

  @Async
  static Coroutine<String> dropped(Trace t, int v) {
    String text = "kept";
    try {
      text = join(t.note("a", 1L), "b" + await(t.later(2)), 3.0, 4 / await(t.later(v)));
      text += join(5, new int[await(t.later(v - 2))], await(t.later(6)), v);
    } catch (ArithmeticException | NegativeArraySizeException e) {
      text += " after " + e.getMessage() + join(7, await(t.later("c")), 8, await(t.later(9)));
    }
    return result(text);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    t.log(join(1, await(guarded(t, 2)), 3, await(guarded(t, 0)) + await(guarded(t, 5))));
    t.log(await(dropped(t, 0)), await(dropped(t, 1)));
    int[] a = {1, 2, 3};
    try {
      a[await(t.later(1))] +=
          a[0] + await(guarded(t, 0)) * (await(t.later(2)) / a[await(t.later(3))]);
    } catch (ArrayIndexOutOfBoundsException e) {
      t.log(e, a);
    }
    return result();
  }
}
