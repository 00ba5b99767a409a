package tries;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** The value of a return is computed before finally runs, for values of every type. */
public class ReturnValueBeforeFinally {
  int field = 1;

  @Async
  static Coroutine<Integer> ints(Trace t) {
    int x = await(t.later(1));
    try {
      return result(x);
    } finally {
      x = 100 + await(t.later(2));
      t.log("x", x);
    }
  }

  @Async
  static Coroutine<Long> longs(Trace t) {
    long x = 5;
    try {
      return result(x + await(t.later(1L)));
    } finally {
      x += await(t.later(2L));
      t.log("x", x);
    }
  }

  @Async
  static Coroutine<Boolean> booleans(Trace t, boolean v) {
    try {
      return result(v && await(t.later(v)));
    } finally {
      v = !v;
      await(t.later(v));
    }
  }

  @Async
  static Coroutine<StringBuilder> shared(Trace t) {
    StringBuilder text = new StringBuilder("a");
    try {
      return result(text.append(await(t.later("b"))));
    } finally {
      text.append(await(t.later("c")));
      text = null;
    }
  }

  @Async
  Coroutine<Integer> fields(Trace t) {
    try {
      return result(field++ + await(t.later(10)));
    } finally {
      field = await(t.later(50));
    }
  }

  @Async
  static Coroutine<String> inCatch(Trace t) {
    String text = "?";
    try {
      text = await(t.later("x"));
      await(t.fail(new IllegalStateException()));
    } catch (IllegalStateException e) {
      return result(text + await(t.later("y")));
    } finally {
      text = await(t.later("z"));
    }
    return result("not reached");
  }

  @Async
  static Coroutine<Void> nothing(Trace t) {
    try {
      return result();
    } finally {
      await(t.later("finally of nothing"));
    }
  }

  @Async
  static Coroutine<Double> nested(Trace t) {
    double d = 1.5;
    try {
      try {
        return result(d * await(t.later(2)));
      } finally {
        d = await(t.later(3.0));
        try {
          t.log("inner", d);
          await(t.pause());
        } finally {
          d += await(t.later(1));
        }
      }
    } finally {
      t.log("outer", d, await(t.later("end")));
    }
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    t.log(await(ints(t)), await(longs(t)), await(booleans(t, true)), await(booleans(t, false)));
    ReturnValueBeforeFinally object = new ReturnValueBeforeFinally();
    t.log(await(shared(t)), await(object.fields(t)), object.field);
    t.log(await(inCatch(t)), await(nothing(t)), await(nested(t)));
    return result();
  }
}
