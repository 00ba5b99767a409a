package methods;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Long chains of methods that await one another, and many short ones in a row. */
public class DeepChains {
  @Async
  static Coroutine<Integer> down(Trace t, int n) {
    if (n == 0) {
      await(t.pause());
      return result(0);
    }
    return result(await(down(t, n - 1)) + 1);
  }

  @Async
  static Coroutine<Integer> sideways(Trace t, int v) {
    if (v % 50 == 0) {
      await(t.later(v));
    }
    return result(v);
  }

  @Async
  static Coroutine<Integer> failing(Trace t, int n) {
    if (n == 0) {
      throw new IllegalStateException("bottom" + await(t.later(0)));
    }
    try {
      return result(await(failing(t, n - 1)));
    } finally {
      if (n % 100 == 0) {
        t.log("unwinding", await(t.later(n)));
      }
    }
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    t.log(await(down(t, 400)));
    int sum = 0;
    for (int i = 0; i < 500; i++) {
      sum += await(sideways(t, i));
    }
    t.log(sum);
    try {
      await(failing(t, 300));
    } catch (IllegalStateException e) {
      t.log(e);
    }
    return result();
  }
}
