package control;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Labelled break and continue across several loops of all kinds, with awaits at every level. */
public class LabelledLoops {
  @Async
  static Coroutine<String> primes(Trace t, int limit) {
    StringBuilder found = new StringBuilder();
    candidates:
    for (int n = 2; n < await(t.later(limit)); n++) {
      for (int d = 2; d * d <= n; d++) {
        if (n % await(t.later(d)) == 0) {
          continue candidates;
        }
      }
      found.append(n).append(' ');
      if (found.length() > 10) {
        await(t.pause());
        break candidates;
      }
    }
    return result(found.toString());
  }

  @Async
  @SuppressWarnings("fallthrough")
  static Coroutine<Integer> kinds(Trace t) {
    int count = 0;
    outer:
    while (true) {
      count++;
      middle:
      do {
        count += 10;
        for (int v : new int[] {1, 2, 3, 4}) {
          switch (await(t.later(v + count))) {
            case 12:
              continue;
            case 13:
              continue middle;
            case 23:
              continue outer;
            case 36:
              break;
            case 37:
              break middle;
            case 48:
              break outer;
            default:
              count += await(t.later(1));
          }
          t.log("after switch", v, count);
        }
      } while (count < await(t.later(100)));
      count += 100;
      if (count > 300) {
        break;
      }
    }
    return result(count);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    t.log(await(primes(t, 12)));
    t.log(await(kinds(t)));
    a:
    for (int i = 0; ; i++) {
      b:
      for (int j = 0; ; j += await(t.later(1))) {
        c:
        for (int k = 0; ; k++) {
          t.log(i, j, k);
          if (i == 2) break a;
          if (j == 1) break b;
          if (k == await(t.later(1))) break c;
          if (i == 1) continue a;
          if (j == 5) continue b;
        }
      }
    }
    return result();
  }
}
