package control;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Old switches: fall-through, default in the middle, scoped locals, all selector types. */
public class OldSwitch {
  @Async
  @SuppressWarnings("fallthrough")
  static Coroutine<String> fall(Trace t, int v) {
    String out = "";
    switch (await(t.later(v))) {
      case 1:
        out += await(t.later("1"));
      case 2:
        out += "2";
      default:
        out += await(t.later("d"));
      case 3:
        out += "3" + await(t.later(""));
        if (v == 2) break;
        out += "x";
      case 1000000:
        out += "m";
        break;
      case -5:
      case 5:
        for (int i = 0; i < 2; i++) {
          if (i == await(t.later(1))) break;
          out += i;
        }
    }
    return result(out);
  }

  @Async
  static Coroutine<Integer> scoped(Trace t, char c) {
    switch (c) {
      case 'a':
        int x = await(t.later(5));
        int y = x;
        return result(x + y);
      case 'b':
        // Declared in the case above, assigned here.
        x = await(t.later(7));
        y = x + await(t.later(1));
        await(t.pause());
        return result(x * y);
      default:
        long x2 = c;
        await(t.pause());
        return result((int) x2);
    }
  }

  @Async
  static Coroutine<Integer> types(Trace t, byte b, short s, Integer i, Character c) {
    int sum = 0;
    switch (b) {
      case -1:
        sum += await(t.later(1));
    }
    switch (s) {
      case 300:
        sum += await(t.later(2));
        break;
      default:
    }
    switch (await(t.later(i))) {
      case 4:
        sum += 4;
    }
    switch (c) {
      case 'c':
        sum += await(t.later(8));
    }
    switch (await(t.later(16))) {
    }
    switch (b + await(t.later(1))) {
      default:
        sum += 16;
    }
    return result(sum);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    for (int v : new int[] {0, 1, 2, 3, 5, -5, 1000000}) {
      t.log(v, await(fall(t, v)));
    }
    t.log(await(scoped(t, 'a')), await(scoped(t, 'b')), await(scoped(t, 'c')));
    t.log(await(types(t, (byte) -1, (short) 300, 4, 'c')));
    t.log(await(types(t, (byte) 1, (short) 1, 1, 'x')));
    return result();
  }
}
