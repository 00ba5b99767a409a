package creation;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.Arrays;

/** {@code new A(new B(await(..)), await(..))} and deeper, with the order of all steps logged. */
public class NestedNew {
  static class Part {
    final Trace trace;
    final String name;
    final Object[] parts;

    Part(Trace trace, String name, Object... parts) {
      this.trace = trace;
      this.name = name;
      this.parts = parts;
      trace.log("constructed", name);
    }

    @Override
    public String toString() {
      return name + Arrays.toString(parts);
    }
  }

  static class Pair extends Part {
    Pair(Trace trace, long before, Part left, double between, Part right) {
      super(trace, "pair" + before + between, left, right);
    }

    Pair(Trace trace, Part left, Part right) {
      this(trace, 0, left, 0.5, right);
    }
  }

  @Async
  static Coroutine<Part> leaf(Trace t, String name) {
    await(t.pause());
    return result(new Part(t, name, await(t.later(name.length()))));
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    t.log(new Part(t, "a", new Part(t, "b", await(t.later(1))), await(t.later(2))));
    t.log(new Pair(t, new Part(t, await(t.later("c"))), await(leaf(t, "d"))));
    t.log(
        new Pair(
            t,
            await(t.later(5L)),
            new Pair(
                t,
                new Part(t, "e", new Part(t, "f", new Part(t, "g", await(t.later(3)))), 4),
                new Part(t, await(t.later("h")), new int[await(t.later(1))].length)),
            await(t.later(1.5)),
            new Pair(t, await(leaf(t, "i")), new Part(t, "j"))));
    t.log(
        "text "
            + new Pair(t, 1, new Part(t, "k"), await(t.later(2)), new Part(t, "l"))
            + new Part(t, "m", new Part(t, "n" + new Part(t, "o" + await(t.later("p"))))));
    Part outer = new Part(t, "q", await(leaf(t, new Part(t, "r" + await(t.later("s"))).name)));
    t.log(outer);
    try {
      new Pair(t, new Part(t, "t"), new Part(t, "u" + 1 / await(t.later(0))));
    } catch (ArithmeticException e) {
      t.log("never constructed", e);
    }
    return result();
  }
}
