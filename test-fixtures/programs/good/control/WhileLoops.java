package control;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.Iterator;
import java.util.List;

/** While loops with awaits in the condition and body, without a body, and nested. */
public class WhileLoops {
  @Async
  static Coroutine<Boolean> below(Trace t, int a, int b) {
    await(t.pause());
    return result(a < b);
  }

  @Async
  static Coroutine<Integer> collatz(Trace t, long n) {
    int steps = 0;
    while (n != 1) {
      n = n % 2 == 0 ? n / 2 : 3 * n + await(t.later(1));
      steps++;
    }
    return result(steps);
  }

  @Async
  static Coroutine<Integer> skipping(Trace t, Iterator<Integer> values) {
    int sum = 0;
    while (values.hasNext()) {
      int v = values.next();
      if (v < 0) {
        await(t.later("skip"));
        continue;
      }
      if (v > await(t.later(100))) {
        break;
      }
      sum += await(t.later(v));
    }
    return result(sum);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    int i = 0;
    while (await(below(t, i, 3))) {
      t.log("i", i);
      i += await(t.later(1));
    }
    while (await(below(t, i++, 6)))
      ;
    t.log("empty body", i);
    t.log("collatz", await(collatz(t, 6)));
    t.log("sum", await(skipping(t, List.of(1, -2, 3, -4, 500, 6).iterator())));
    int rows = 0;
    while (rows < await(t.later(2))) {
      int columns = 0;
      while (columns <= rows) {
        t.log(rows, columns, await(t.later(rows * columns)));
        columns++;
      }
      rows++;
    }
    while (true) {
      if (await(t.later(++rows)) > 4) {
        break;
      }
    }
    t.log("rows", rows);
    return result();
  }
}
