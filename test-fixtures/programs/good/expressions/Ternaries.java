package expressions;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.List;

/** Conditional expressions with awaits in the condition, in either branch, and nested. */
public class Ternaries {
  @Async
  static Coroutine<String> grade(Trace t, int points) {
    return result(
        await(t.later(points)) > 90
            ? "A"
            : points > await(t.later(80))
                ? await(t.later("B"))
                : points > 70 ? "C" + await(t.later(points)) : await(t.later("F")));
  }

  @Async
  static Coroutine<Integer> pick(Trace t, boolean a, boolean b) {
    int x = (await(t.later(a)) ? b : await(t.later(!b))) ? await(t.later(1)) : 2;
    int y = a ? b ? 10 : await(t.later(20)) : await(t.later(b)) ? 30 : 40;
    await(t.pause());
    return result(x + y + (a ? await(t.later(100)) : 200) * (b ? 1 : await(t.later(2))));
  }

  @Async
  static Coroutine<Number> mixed(Trace t, boolean a) {
    long l = 1000 + (a ? await(t.later(5)) : 7L) + (a ? 1 : await(t.later(2L)));
    double d = 0.5 * (a ? await(t.later(1f)) : await(t.later(3)));
    Number n = a ? (Number) l : (Number) d;
    await(t.pause());
    return result(n);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    for (int points = 65; points < 100; points += 10) {
      t.log(points, await(grade(t, points)));
    }
    boolean[] both = {true, false};
    for (boolean a : both) {
      t.log(await(mixed(t, a)));
      for (boolean b : both) {
        t.log(a, b, await(pick(t, a, b)));
      }
    }
    int[] left = {1};
    int[] right = {2};
    (await(t.later(true)) ? left : right)[0] += await(t.later(true)) ? await(t.later(5)) : 6;
    t.log(left, right);
    Object o = await(t.later(1)) == 1 ? await(t.later("one")) : null;
    String s = o == null ? null : await(t.later(o)).toString();
    t.log(o, s, s != null ? s.length() : await(t.later(-1)));
    List<?> list = o != null ? List.of(await(t.later(1))) : await(t.later(List.of("")));
    t.log(list);
    Runnable chosen = await(t.later(false)) ? () -> t.log("left") : () -> t.log("right");
    chosen.run();
    return result();
  }
}
