package expressions;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Comparisons of every kind as values and conditions, mixing awaits and conditionals. */
public class ComparisonChains {
  @Async
  static Coroutine<Integer> compare(Trace t, String a, String b) {
    int c;
    return result(
        (c = Integer.compare(a.length(), await(t.later(b)).length())) != 0
            ? c
            : (c = await(t.later(a)).compareTo(b)) < 0 ? -1 : c > await(t.later(0)) ? 1 : 0);
  }

  @Async
  static Coroutine<Boolean> leap(Trace t, int year) {
    return result(
        year % await(t.later(4)) == 0 && (await(t.later(year)) % 100 != 0 || year % 400 == 0));
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    t.log(await(compare(t, "a", "bb")), await(compare(t, "b", "a")), await(compare(t, "c", "c")));
    t.log(await(leap(t, 1900)), await(leap(t, 2000)), await(leap(t, 2023)), await(leap(t, 2024)));
    Object o = "x";
    String s = null;
    boolean same = o == await(t.later((Object) "x")) && s == await(t.later((String) null));
    boolean different = await(t.later(o)) != null && (await(t.later(s)) == null) == (s == null);
    t.log(same, different);
    int i = 5;
    t.log(i > await(t.later(4)) == i < await(t.later(6)), i >= 5 != (await(t.later(5)) <= 4));
    if (await(t.later(o)) == null || s != null ? await(t.later(true)) : await(t.later(i)) == 5) {
      t.log("taken");
    }
    int zero = 0;
    if (await(t.later(0)) == zero) {
      t.log("zero left");
    }
    if (zero >= await(t.later(0)) && 0 <= await(t.later(zero)) && !(await(t.later(0)) != 0)) {
      t.log("zero all round");
    }
    boolean assigned;
    if ((assigned = await(t.later(true))) && !(assigned &= await(t.later(false)))) {
      t.log("assigned", assigned);
    }
    return result();
  }
}
