package tries;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Try statements inside loops, loops inside every part, jumps through several finallys. */
public class TryInLoops {
  @Async
  static Coroutine<String> jumps(Trace t, int leave) {
    StringBuilder text = new StringBuilder();
    outer:
    for (int i = 0; i < 3; i++) {
      try {
        inner:
        while (true) {
          try {
            try {
              text.append(i).append(await(t.later("t")));
              if (leave == 0 && i == 1) break outer;
              if (leave == 1 && i == 1) continue outer;
              if (leave == 2) break inner;
              if (leave == 3 && i == 1) return result(text.append(await(t.later("R"))).toString());
              if (leave == 4 && i == 1) throw new IllegalStateException();
              if (leave == 5) await(t.fail(new IllegalArgumentException("five")));
            } finally {
              text.append(await(t.later("f1")));
            }
            break;
          } catch (IllegalArgumentException e) {
            text.append(await(t.later("c")));
            if (i > 0) continue outer;
            break inner;
          } finally {
            text.append(await(t.later("f2")));
          }
        }
        text.append("-");
      } finally {
        for (int j = 0; j < 2; j++) {
          text.append(await(t.later("f3")));
          if (j == i) break;
        }
      }
      text.append("|");
    }
    return result(text.toString());
  }

  @Async
  static Coroutine<Integer> loopsInParts(Trace t, int n) {
    int sum = 0;
    try {
      for (int v : new int[] {3, 2, 1, 0}) {
        sum += 12 / (v == n ? await(t.later(0)) : v + await(t.later(1)));
      }
    } catch (ArithmeticException e) {
      while (sum > 2) {
        sum -= await(t.later(2));
      }
      do {
        if (await(t.later(sum)) == 2) break;
        sum += 7;
      } while (sum < 10);
    } finally {
      int i = 0;
      while (i < 3) {
        if (i++ == await(t.later(1))) continue;
        sum *= 2;
      }
    }
    return result(sum);
  }

  @Async
  static Coroutine<Integer> tryAroundUpdate(Trace t) {
    int failures = 0;
    for (int i = 0; i < 6; ) {
      try {
        if (i % 2 == 0) await(t.fail(new IllegalStateException("even")));
        i += await(t.later(2));
      } catch (IllegalStateException e) {
        failures++;
        i++;
      }
    }
    return result(failures);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    for (int leave = 0; leave <= 6; leave++) {
      try {
        t.log(leave, await(jumps(t, leave)));
      } catch (IllegalStateException e) {
        t.log(leave, e);
      }
    }
    for (int n = -1; n < 4; n++) {
      t.log(n, await(loopsInParts(t, n)));
    }
    t.log(await(tryAroundUpdate(t)));
    return result();
  }
}
