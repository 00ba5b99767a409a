package expressions;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Awaitable;
import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Awaits as the first, a middle, the last and as every argument of a call, also nested calls. */
public class CallArguments {
  static String join(Object a, Object b, Object c) {
    return a + "-" + b + "-" + c;
  }

  static long sum(int a, long b, double c, byte d) {
    return (long) (a + b + c + d);
  }

  @Async
  static Coroutine<String> tag(Trace t, String a, String b) {
    await(t.pause());
    return result("<" + a + b + ">");
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    t.log(join(await(t.later("first")), t.note("b", 2), t.note("c", 3)));
    t.log(join(t.note("a", 1), await(t.later("middle")), t.note("c", 3)));
    t.log(join(t.note("a", 1), t.note("b", 2), await(t.later("last"))));
    t.log(join(await(t.later(1)), await(t.later(2)), await(t.later(3))));
    t.log(sum(await(t.later(1)), 2, await(t.later(3)), await(t.later((byte) 4))));
    t.log(join(join(1, await(t.later(2)), 3), 4, join(await(t.later(5)), 6, await(t.later(7)))));
    t.log(await(tag(t, await(t.later("x")), t.note("y", "y"))));
    t.log(await(tag(t, await(tag(t, "a", await(t.later("b")))), await(tag(t, "c", "d")))));
    t.log(Math.max(await(t.later(3L)), Math.abs(await(t.later(-4)))));
    // Awaiting something that was made earlier, with other operands waiting.
    Awaitable<Integer> early = t.later(8);
    t.log(join(t.note("a", 1), await(early), t.note("c", await(t.later(9)))));
    System.setProperty("jasyncio.fixture", await(t.later("set")));
    t.log(System.getProperty("jasyncio.fixture", await(t.later("unset"))));
    return result();
  }
}
