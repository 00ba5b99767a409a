package control;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** A returned conditional or switch whose arms are results and other coroutines. */
public class ReturnsOfChoices {
  @Async
  static Coroutine<Integer> twice(Trace t, int v) {
    return result(2 * await(t.later(v)));
  }

  @Async
  static Coroutine<Integer> results(Trace t, boolean a) {
    return await(t.later(a)) ? result(await(t.later(1))) : result(2);
  }

  @Async
  static Coroutine<Integer> mixed(Trace t, boolean a) {
    return a ? result(await(t.later(1))) : twice(t, await(t.later(5)));
  }

  @Async
  static Coroutine<Integer> others(Trace t, boolean a) {
    return await(t.later(a)) ? twice(t, 1) : mixed(t, a);
  }

  @Async
  static Coroutine<String> switched(Trace t, int v) {
    return switch (await(t.later(v))) {
      case 0 -> result("zero");
      case 1 -> {
        await(t.pause());
        yield result("one" + await(t.later(1)));
      }
      case 2 -> switched(t, 0);
      case 3 -> v > 5 ? result("never") : switched(t, await(t.later(1)));
      default -> throw new IllegalArgumentException("v" + v);
    };
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    for (boolean a : new boolean[] {true, false}) {
      t.log(await(results(t, a)), await(mixed(t, a)), await(others(t, a)));
    }
    for (int v = 0; v < 5; v++) {
      try {
        t.log(await(switched(t, v)));
      } catch (IllegalArgumentException e) {
        t.log(e);
      }
    }
    return result();
  }
}
