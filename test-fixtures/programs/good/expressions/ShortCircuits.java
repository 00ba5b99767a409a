package expressions;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** {@code &&}, {@code ||} and {@code !} with awaits in every place, as values and as conditions. */
public class ShortCircuits {
  @Async
  static Coroutine<Boolean> yes(Trace t, String name) {
    t.log(name, "is true");
    await(t.pause());
    return result(true);
  }

  @Async
  static Coroutine<Boolean> no(Trace t, String name) {
    await(t.pause());
    t.log(name, "is false");
    return result(false);
  }

  static boolean plain(Trace t, boolean v) {
    return t.note("plain", v);
  }

  @Async
  static Coroutine<Void> table(Trace t, boolean a, boolean b, boolean c) {
    boolean v1 = await(t.later(a)) && await(t.later(b)) || await(t.later(c));
    boolean v2 = (await(t.later(a)) || await(t.later(b))) && await(t.later(c));
    boolean v3 = !(await(t.later(a)) && !await(t.later(b))) || !plain(t, c);
    boolean v4 = plain(t, a) && await(t.later(b)) && plain(t, c);
    boolean v5 = a || plain(t, b) || await(t.later(c));
    boolean v6 = (a ? await(t.later(b)) : await(t.later(c))) && (plain(t, b) || await(t.later(a)));
    boolean v7 = await(t.later(a)) != await(t.later(b)) == await(t.later(c));
    boolean v8 = await(t.later(a)) & plain(t, b) | await(t.later(c)) ^ await(t.later(a));
    t.log(a, b, c, ":", v1, v2, v3, v4, v5, v6, v7, v8);
    if (await(t.later(a)) && (await(t.later(b)) || await(t.later(c)))) {
      t.log("if");
    } else if (!await(t.later(b)) || plain(t, a) && await(t.later(c))) {
      t.log("else if");
    } else {
      t.log("else");
    }
    return result();
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    for (int bits = 0; bits < 8; bits++) {
      await(table(t, (bits & 4) != 0, (bits & 2) != 0, (bits & 1) != 0));
    }
    t.log(await(yes(t, "a")) && await(no(t, "b")) && await(yes(t, "c")));
    t.log(await(no(t, "a")) || await(no(t, "b")) || await(yes(t, "c")));
    int x = 5;
    boolean between = 1 < await(t.later(x)) && await(t.later(x)) < 10 && x++ == await(t.later(5));
    t.log(between, x);
    // Operands wait on the stack while the conditions run.
    String text = "a" + (await(t.later(x)) > 3 && await(yes(t, "d"))) + await(no(t, "e")) + x;
    t.log(text);
    boolean[] flags = new boolean[2];
    flags[await(t.later(1))] = flags[0] || await(yes(t, "f")) && !flags[await(t.later(1))];
    t.log(flags);
    while (x < 8 && await(yes(t, "g")) || x == 8 && await(no(t, "h"))) {
      x++;
    }
    return result();
  }
}
