package locals;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Locals assigned on some branches only, read where they are surely assigned. */
public class AssignedOnOneBranch {
  @Async
  static Coroutine<String> branches(Trace t, boolean a) {
    int i;
    long l;
    String s;
    double unusedOnOneSide;
    if (await(t.later(a))) {
      i = await(t.later(1));
      s = "left";
      unusedOnOneSide = 0.5;
      await(t.pause());
      l = (long) (unusedOnOneSide * 4);
    } else {
      s = await(t.later("right"));
      l = await(t.later(3L));
      i = (int) l;
    }
    await(t.pause());
    return result(i + s + l);
  }

  @Async
  static Coroutine<Integer> maybe(Trace t, boolean a) {
    int x;
    if (a) {
      x = await(t.later(5));
      await(t.pause());
      t.log("x", x);
    }
    // Here x is not assigned on both ways, and not read either.
    await(t.pause());
    x = await(t.later(7));
    return result(x);
  }

  @Async
  static Coroutine<Integer> byCondition(Trace t, int v) {
    int n;
    if (v > 0 && (n = await(t.later(v * 2))) > 5) {
      return result(n);
    }
    int m;
    while ((m = await(t.later(v++))) < 2) {
      t.log("m", m);
    }
    boolean b;
    return result((b = await(t.later(m)) > 2) ? m : b ? 1 : -m);
  }

  @Async
  static Coroutine<String> bySwitch(Trace t, int v) {
    final String text;
    final long number;
    switch (v) {
      case 0:
        text = await(t.later("zero"));
        number = 0;
        break;
      case 1:
        number = await(t.later(1L));
        text = "one";
        break;
      default:
        throw new IllegalStateException(await(t.later("other")));
    }
    await(t.pause());
    return result(text + number);
  }

  @Async
  static Coroutine<Integer> inLoop(Trace t) {
    int last;
    int i = 0;
    do {
      last = await(t.later(i * i));
    } while (++i < 3);
    await(t.pause());
    int first;
    for (; ; ) {
      first = last;
      if (await(t.later(first)) > 0) break;
    }
    return result(first + last);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    t.log(await(branches(t, true)), await(branches(t, false)));
    t.log(await(maybe(t, true)), await(maybe(t, false)));
    t.log(await(byCondition(t, 0)), await(byCondition(t, 2)), await(byCondition(t, 3)));
    for (int v = 0; v < 3; v++) {
      try {
        t.log(await(bySwitch(t, v)));
      } catch (IllegalStateException e) {
        t.log(e);
      }
    }
    t.log(await(inLoop(t)));
    return result();
  }
}
