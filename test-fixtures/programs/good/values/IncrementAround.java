package values;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Increments and decrements around awaits: before, after, and inside the awaited call. */
public class IncrementAround {
  static int counter;

  @Async
  static Coroutine<Integer> bump(Trace t, int by) {
    counter += by;
    await(t.pause());
    return result(counter);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    counter = 0;
    int x = 5;
    t.log(x++ + await(t.later(x)), x);
    t.log(await(t.later(x++)) + x, x);
    t.log(++x - await(t.later(--x)) - x--, x);
    x = x++ + await(t.later(10));
    t.log(x);
    x += x++ * await(t.later(2)) + x--;
    t.log(x);
    long y = 5;
    t.log(y++ + await(t.later(y)) * --y, y);
    double d = 0.5;
    t.log(d-- * await(t.later(d)) + ++d, d);
    byte b = 127;
    t.log(b++ + await(t.later(b)), b);
    char c = 'x';
    t.log((char) (c++ + await(t.later(0))), c);
    Integer boxed = 9;
    t.log(boxed++ + await(t.later(boxed)), boxed);
    t.log(counter++ + await(bump(t, 10)) + counter++, counter);
    counter += await(bump(t, 100));
    t.log("the old value was read before the call", counter);
    int[] a = {0, 10, 20};
    int i = 0;
    a[i++] = a[i] + await(t.later(i++));
    t.log(a, i);
    a[--i] += await(t.later(i--)) + a[i];
    t.log(a, i);
    x = -x-- - -await(t.later(-x));
    t.log(x);
    return result();
  }
}
