package expressions;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Awaitable;
import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** What is awaited may be any expression: a variable, an element, a conditional, a cast, a call. */
public class AwaitableExpressions {
  Awaitable<String> field;

  Awaitable<Integer> plainMethod(Trace t, int v) {
    t.log("plain method", v);
    return t.later(v * 2);
  }

  /** Not an async method: it hands on the coroutine of one. */
  static Coroutine<Integer> delegate(Trace t, int v) {
    return doubled(t, v);
  }

  @Async
  static Coroutine<Integer> doubled(Trace t, int v) {
    return result(await(t.later(v)) * 2);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    Awaitable<Integer> local = t.later(1);
    t.log("made before");
    t.log(await(local));
    List<Awaitable<Integer>> list = List.of(t.later(2), t.later(3));
    t.log(await(list.get(1)) + await(list.get(0)));
    AwaitableExpressions object = new AwaitableExpressions();
    object.field = t.later("field");
    t.log(await(object.field));
    t.log(await(object.plainMethod(t, 4)), await(delegate(t, 5)));
    boolean flag = await(t.later(true));
    t.log(await(flag ? t.later("yes") : t.later("no")));
    t.log(await(flag ? doubled(t, 6) : t.later(0)));
    t.log(await((Awaitable<Integer>) doubled(t, 7)));
    Awaitable<String> assigned;
    t.log(await(assigned = t.later("assigned")));
    t.log(assigned != null);
    Supplier<Awaitable<Integer>> supplier = () -> t.later(8);
    t.log(await(supplier.get()));
    Function<Integer, Coroutine<Integer>> function = v -> doubled(t, v);
    t.log(await(function.apply(9)));
    t.log(
        await(
            switch (await(t.later(2))) {
              case 1 -> t.later("one");
              case 2 -> t.later("two");
              default -> t.<String>fail(new IllegalStateException());
            }));
    t.log(await(Coroutine.completed("completed")));
    t.log(await(await(t.later(t.later("inner")))));
    Awaitable<? extends Number> wild = flag ? t.later(1) : t.later(2.0);
    Number n = await(wild);
    t.log(n);
    Awaitable<String> failing = t.fail(new IllegalStateException("kept"));
    t.log("not thrown yet");
    try {
      t.log(await(failing));
    } catch (IllegalStateException e) {
      t.log(e);
    }
    return result();
  }
}
