package creation;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Creation inside conditions, loops' headers, switch selectors and short circuits. */
public class NewInConditions {
  record Box(int value, String text) {
    boolean full() {
      return value > 2;
    }

    Box plus(int v) {
      return new Box(value + v, text);
    }
  }

  @Async
  static Coroutine<Integer> conditions(Trace t, int v) {
    int hits = 0;
    if (new Box(await(t.later(v)), "if").full()) {
      hits += 1;
    }
    if (v > 1 && new Box(await(t.later(v)), await(t.later("and"))).full()
        || new Box(v, await(t.later("or"))).text().length() == await(t.later(2))) {
      hits += 10;
    }
    if (!new Box(v, null).equals(new Box(await(t.later(v)), null))) {
      hits += 100;
    }
    for (Box b = new Box(await(t.later(v)), "for"); !b.full(); b = b.plus(await(t.later(1)))) {
      hits += 1000;
    }
    while (new Box(await(t.later(hits)), "while").value() < 5000) {
      hits += new Box(await(t.later(2000)), "body").value();
    }
    switch (new Box(v, await(t.later("one"))).text() + v) {
      case "one1":
        hits += 50000;
        break;
      default:
        hits += new Box(await(t.later(10000)), "").value();
    }
    return result(hits);
  }

  @Async
  static Coroutine<Box> branches(Trace t, boolean a, boolean b) {
    return result(
        a
            ? new Box(await(t.later(1)), "a")
            : new Box(
                b ? await(t.later(2)) : 3,
                b ? "b" : new Box(4, await(t.later("inner"))).toString()));
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    for (int v = 0; v < 4; v++) {
      t.log(v, await(conditions(t, v)));
    }
    t.log(await(branches(t, true, false)), await(branches(t, false, true)));
    t.log(await(branches(t, false, false)));
    boolean z =
        (Object) new Box(await(t.later(1)), "x") instanceof Box b && b.value() == await(t.later(1))
            || new Box(0, null).full();
    t.log(z);
    return result();
  }
}
