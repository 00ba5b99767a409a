package creation;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** {@code outer.new Inner(await(..))}: the outer object is checked before the arguments. */
public class InnerCreation {
  final String name;

  InnerCreation(String name) {
    this.name = name;
  }

  class Inner {
    final String text;

    Inner(int v, String s) {
      text = name + v + s;
    }

    class Deeper {
      final String path;

      Deeper(long v) {
        path = text + "/" + v + "/" + InnerCreation.this.name;
      }
    }
  }

  @Async
  Coroutine<Inner> own(Trace t) {
    Inner first = new Inner(await(t.later(1)), "own");
    Inner second = this.new Inner(2, first.text + await(t.later("!")));
    return result(second);
  }

  @Async
  static Coroutine<InnerCreation> outer(Trace t, String name) {
    await(t.pause());
    return result(name == null ? null : new InnerCreation(await(t.later(name))));
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    InnerCreation outer = await(outer(t, "o"));
    Inner inner = outer.new Inner(await(t.later(1)), await(t.later("x")));
    t.log(inner.text, await(outer.own(t)).text);
    t.log(await(outer(t, "p")).new Inner(await(t.later(2)), "y").text);
    t.log(inner.new Deeper(await(t.later(3L))).path);
    t.log(
        await(outer(t, "q")).new Inner(4, await(t.later("z"))).new Deeper(await(t.later(5))).path
            + outer.new Inner(await(t.later(6)), "w").new Deeper(7).path);
    try {
      await(outer(t, null)).new Inner(t.note("never", 1), await(t.later("never")));
    } catch (NullPointerException e) {
      t.log("null outer");
    }
    InnerCreation none = null;
    try {
      none.new Inner(await(t.later(1)), "never");
    } catch (NullPointerException e) {
      t.log("null outer again");
    }
    return result();
  }
}
