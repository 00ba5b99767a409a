package control;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** For loops with awaits in initialiser, condition, update and body. */
public class ForLoops {
  @Async
  static Coroutine<Long> everywhere(Trace t, int n) {
    long product = 1;
    for (int i = await(t.later(1)), j = await(t.later(10));
        i < await(t.later(n)) && j > 0;
        i += await(t.later(1)), j -= i) {
      product *= i + await(t.later(j));
      if (product > 1000) {
        continue;
      }
      product++;
    }
    return result(product);
  }

  @Async
  static Coroutine<Integer> plainInner(Trace t, int n) {
    // The inner loop never suspends.
    int sum = 0;
    for (int i = 0; i < n; i++) {
      int[] data = new int[50];
      for (int k = 0; k < data.length; k++) {
        data[k] = k * i;
      }
      for (int k = 0; k < data.length; k++) {
        sum += data[k];
      }
      if (i % 2 == 0) {
        sum += await(t.later(i));
      }
    }
    return result(sum);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    t.log(await(everywhere(t, 5)));
    t.log(await(plainInner(t, 4)));
    int i = 5;
    for (; i > 0; ) {
      i -= await(t.later(2));
    }
    t.log(i);
    for (; ; i++) {
      if (i == await(t.later(2))) break;
    }
    for (long l = 1L << 32; l > await(t.later(1L << 30)); l >>= 1) {
      t.log(l);
    }
    for (double d = 0; d < 1; d += await(t.later(0.5))) {
      for (char c = 'a'; c <= 'b'; c++) {
        await(t.later(c + d));
      }
    }
    for (String s = "x"; s.length() < 4; s += await(t.later("y"))) {
      t.log(s);
    }
    int count = 0;
    for (int a = 0; a < 3; a++) for (int b = a; b < 3; b++) count += await(t.later(b)) * a;
    t.log(count);
    return result();
  }
}
