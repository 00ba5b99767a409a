package control;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Loops that are resumed at every place where an await can stand in them. */
public class ResumedLoops {
  @Async
  static Coroutine<Long> threeDeep(Trace t) {
    long sum = 0;
    for (int i = 0; i < 3; i++) {
      sum += i;
      for (int j = 0; j < 3; j++) {
        sum *= 3;
        for (int k = 0; k < 3; k++) {
          sum += (i ^ k) + await(t.later(k));
        }
        sum -= j;
      }
      t.log("row", i, sum);
    }
    return result(sum);
  }

  @Async
  static Coroutine<Integer> everyLevel(Trace t) {
    int count = await(t.later(1));
    for (int i = await(t.later(0)); i < await(t.later(2)); i += await(t.later(1))) {
      int j = 0;
      do {
        count += await(t.later(j)) + await(t.later(i));
        while (count % 3 != await(t.later(0))) {
          count++;
        }
      } while (++j < await(t.later(2)));
      count += await(t.later(10));
    }
    return result(count);
  }

  @Async
  static Coroutine<String> jumps(Trace t) {
    StringBuilder out = new StringBuilder();
    rows:
    for (int i = 0; ; i++) {
      columns:
      for (int j = 0; j < 4; j++) {
        switch (await(t.later(i * 4 + j))) {
          case 1:
            continue;
          case 2:
            for (int k = 0; k < 2; k++) {
              out.append(await(t.later((char) ('a' + k))));
            }
            continue rows;
          case 5:
            break columns;
          case 10:
            break rows;
          default:
            out.append(i).append(j);
        }
        out.append(' ');
      }
      out.append('/');
    }
    return result(out.toString());
  }

  @Async
  static Coroutine<String> tries(Trace t) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      try {
        for (int j = 0; j < 3; j++) {
          try {
            if (await(t.later(i + j)) == 3) {
              throw new IllegalStateException("three");
            }
            out.append(j);
            if (i == 3) {
              break;
            }
          } catch (IllegalStateException e) {
            out.append(await(t.later(e.getMessage())));
            continue;
          } finally {
            out.append(await(t.later(';')));
          }
        }
        if (i == 2) {
          throw new IllegalArgumentException("row");
        }
      } catch (IllegalArgumentException e) {
        out.append(e.getMessage());
      } finally {
        synchronized (out) {
          out.append('|');
        }
      }
    }
    return result(out.toString());
  }

  @Async
  static Coroutine<Double> onStack(Trace t, long[] values) {
    double total = 0;
    for (long value : values) {
      total = total * 2 + (value + await(t.later(3L)) * value) / 2.0;
      int index = 0;
      values[index++] = values[index] + await(t.later(1L)) * index++;
    }
    return result(total + values[0]);
  }

  @Async
  static Coroutine<Integer> nullsCarried(Trace t, int[] values) {
    int sum = 0;
    for (int value : values) {
      StringBuilder text = null;
      t.log(new StringBuilder(await(t.later("a")) + await(t.later(value))), text);
      sum += value;
    }
    return result(sum);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    t.log(await(threeDeep(t)));
    t.log(await(everyLevel(t)));
    t.log(await(jumps(t)));
    t.log(await(tries(t)));
    t.log(await(onStack(t, new long[] {5, 7, 11})));
    t.log(await(nullsCarried(t, new int[] {1, 2})));
    return result();
  }
}
