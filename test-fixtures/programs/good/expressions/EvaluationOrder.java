package expressions;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Awaitable;
import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Operands are evaluated from left to right, each once, whatever is awaited between them. */
public class EvaluationOrder {
  int value;

  static EvaluationOrder object(Trace t, int v) {
    EvaluationOrder o = new EvaluationOrder();
    o.value = t.note("object", v);
    return o;
  }

  @Async
  Coroutine<Integer> plus(Trace t, int a, int b) {
    t.log("plus", value, a, b);
    await(t.pause());
    return result(value + a + b);
  }

  static int three(int a, int b, int c) {
    return a * 100 + b * 10 + c;
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    t.log(t.note("a", 1) + await(t.later(2)) * t.note("c", 3) - await(t.later(4)));
    t.log(
        await(object(t, 1).plus(t, t.note("x", 2), await(t.later(3))))
            + await(object(t, 4).plus(t, await(t.later(5)), t.note("y", 6)))
            + object(t, 7).value);
    int i = 1;
    t.log(three(i, i = await(t.later(2)), i), i);
    t.log(three(i++, await(t.later(i++)), i++), i);
    int j = 1;
    j = j + (j = await(t.later(5))) * j;
    t.log(j);
    long k = 2;
    k += k * (k = await(t.later(10L))) + k;
    t.log(k);
    object(t, 1).value += object(t, 2).value = await(t.later(3)) + object(t, 4).value;
    try {
      Awaitable<Integer> failing = t.fail(new IllegalStateException());
      t.log(t.note("before", 1) + await(failing) + t.note("never", 2));
    } catch (IllegalStateException e) {
      t.log("operands after the failure were not evaluated");
    }
    try {
      three(1, await(object(t, 1).plus(t, 1, 1 / await(t.later(0)))), t.note("never", 1));
    } catch (ArithmeticException e) {
      t.log("the callee was not called", e);
    }
    return result();
  }
}
