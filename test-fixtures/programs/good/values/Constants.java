package values;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Compile-time constants, which javac keeps in no local, meet values that are awaited. */
public class Constants {
  static final int LIMIT = 3;
  static final String PREFIX = "p" + LIMIT;

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    final int ten = 10;
    final String name = "ten";
    final boolean on = true;
    final long wide = 1L << 33;
    await(t.pause());
    t.log(name + ten, PREFIX + await(t.later(ten)), wide + await(t.later(1)));
    if (on) {
      t.log("constant condition", await(t.later(LIMIT)));
    }
    if (!on) {
      t.log("dropped by javac", await(t.later(0)));
    }
    while (on) {
      if (await(t.later(true))) {
        break;
      }
    }
    final byte fits = ten;
    switch (await(t.later(10))) {
      case ten -> t.log("a local constant as a label", fits);
      case LIMIT -> t.log("a field as a label");
      default -> t.log("neither");
    }
    int chosen = on ? await(t.later(1)) : await(t.later(2));
    boolean both = on && await(t.later(false));
    boolean either = on || await(t.later(false));
    t.log(chosen, both, either);
    t.log(0x7fff_ffff, await(t.later(0b1010)), 1e-3, 017, 'a' + 1, (byte) 200, 1f / 3);
    return result();
  }
}
