package control;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.function.Supplier;

/** {@code return other()}: the other coroutine is awaited in tail position. */
public class TailReturns {
  @Async
  static Coroutine<Integer> add(Trace t, int a, int b) {
    return result(await(t.later(a)) + b);
  }

  @Async
  static Coroutine<Integer> tail(Trace t, int v) {
    int sum = v + await(t.later(1));
    return add(t, sum, v);
  }

  @Async
  static Coroutine<Integer> nothingElse(Trace t, int v) {
    return tail(t, v);
  }

  @Async
  static Coroutine<Integer> countdown(Trace t, int n) {
    if (n == 0) {
      return result(await(t.later(0)));
    }
    t.log("countdown", n);
    return countdown(t, n - 1);
  }

  static Coroutine<Integer> plain(Trace t, int v) {
    t.log("plain");
    return add(t, v, v);
  }

  @Async
  static Coroutine<Integer> fromVariable(Trace t, int v) {
    return switchOn(t, v);
  }

  @Async
  static Coroutine<Integer> switchOn(Trace t, int v) {
    switch (v) {
      case 0:
        return add(t, 1, await(t.later(2)));
      case 1:
        return plain(t, 5);
      case 2:
        return Coroutine.completed(await(t.later(77)));
      default:
        return result(v);
    }
  }

  @Async
  static Coroutine<Integer> inLoop(Trace t) {
    for (int i = 0; ; i++) {
      if (await(t.later(i)) == 2) {
        return add(t, i, 40);
      }
    }
  }

  @Async
  static Coroutine<Void> voidTail(Trace t) {
    t.log("void tail");
    return voidEnd(t);
  }

  @Async
  static Coroutine<Void> voidEnd(Trace t) {
    await(t.pause());
    return result();
  }

  @Async
  static Coroutine<Integer> failing(Trace t) {
    throw new IllegalStateException(await(t.later("failing")));
  }

  @Async
  static Coroutine<Integer> failsInTail(Trace t) {
    await(t.pause());
    return failing(t);
  }

  @Async
  static <T> Coroutine<T> generic(Trace t, Supplier<Coroutine<T>> supplier) {
    await(t.pause());
    return supplier.get();
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    t.log(await(tail(t, 5)), await(nothingElse(t, 6)), await(countdown(t, 5)), await(inLoop(t)));
    for (int v = 0; v < 4; v++) {
      t.log(await(fromVariable(t, v)));
    }
    t.log(await(voidTail(t)), await(generic(t, () -> add(t, 1, 1))));
    try {
      await(failsInTail(t));
    } catch (IllegalStateException e) {
      t.log(e);
    }
    return voidEnd(t);
  }
}
