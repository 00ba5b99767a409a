package control;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.ArrayList;
import java.util.List;

/** Every way to return a value: early, late, in loops, constants, null, of all result types. */
public class Returns {
  @Async
  static Coroutine<Integer> early(Trace t, int v) {
    if (v == 0) {
      return result(0);
    }
    for (int i = 0; ; i++) {
      if (i == v) {
        return result(await(t.later(i)) * 10);
      }
      if (await(t.later(i)) == 2) {
        return result(-1);
      }
    }
  }

  @Async
  static Coroutine<Void> withoutValue(Trace t, boolean stop) {
    await(t.pause());
    if (stop) {
      t.log("stopped");
      return result();
    }
    t.log("went on");
    await(t.pause());
    return result(null);
  }

  @Async
  static Coroutine<Double> noAwait(int v) {
    return result(v / 2.0);
  }

  @Async
  static Coroutine<int[]> array(Trace t) {
    return result(new int[] {1, await(t.later(2))});
  }

  @Async
  static Coroutine<List<? super Integer>> list(Trace t) {
    return result(new ArrayList<Number>(List.of(1, await(t.later(2.0)))));
  }

  @Async
  static Coroutine<Runnable> lambda(Trace t, String text) {
    String captured = text + await(t.later("!"));
    return result(() -> t.log("ran", captured));
  }

  @Async
  static Coroutine<Boolean> logical(Trace t, int v) {
    return result(v > await(t.later(1)) && await(t.later(v)) < 5);
  }

  @Async
  static Coroutine<Object> assigned(Trace t) {
    Object o;
    return result(o = await(t.later("assigned")));
  }

  @Async
  static Coroutine<Character> explicit(Trace t) {
    return io.jasyncio.Asyncio.<Character>result(await(t.later('c')));
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    t.log(await(early(t, 0)), await(early(t, 1)), await(early(t, 2)), await(early(t, 5)));
    await(withoutValue(t, true));
    t.log(await(withoutValue(t, false)));
    t.log(await(noAwait(5)), await(array(t)), await(list(t)));
    await(lambda(t, "x")).run();
    t.log(await(logical(t, 1)), await(logical(t, 4)), await(assigned(t)), await(explicit(t)));
    return result();
  }
}
