package values;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Arithmetic with chars, where int and char meet around awaits. */
public class CharArithmetic {
  @Async
  static Coroutine<String> caesar(Trace t, String text, int shift) {
    StringBuilder out = new StringBuilder();
    for (char c : text.toCharArray()) {
      if (c >= 'a' && c <= await(t.later('z'))) {
        out.append((char) ('a' + (c - 'a' + shift) % 26));
      } else {
        out.append(c);
      }
    }
    return result(out.toString());
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    char c = 'a';
    c += await(t.later(1));
    char d = (char) (c + await(t.later('\1')));
    int sum = c + d + await(t.later('c'));
    t.log(c, d, sum, "" + c + await(t.later(d)), c + await(t.later("text")));
    t.log('a' + await(t.later('b')), 'a' + await(t.later(1)), (char) ('a' + await(t.later(1))));
    t.log(await(caesar(t, "hello, world", 3)));
    char conditional = await(t.later(true)) ? 'x' : 0;
    Object promoted = await(t.later(true)) ? 'x' : sum;
    t.log(conditional, promoted);
    char max = Character.MAX_VALUE;
    max++;
    await(t.pause());
    t.log(max, max == 0, --max, (short) max, (int) max);
    final char fixed = 'k';
    byte fits = fixed;
    await(t.pause());
    t.log(fits, fixed);
    for (char e = 'a'; e < await(t.later('d')); e++) {
      t.log("loop", e);
    }
    return result();
  }
}
