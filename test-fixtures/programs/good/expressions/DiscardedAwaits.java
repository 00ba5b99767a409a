package expressions;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Awaits whose value nobody uses: of every size, void, in for headers and lambdas' neighbours. */
public class DiscardedAwaits {
  @Async
  static Coroutine<Long> wide(Trace t) {
    t.log("wide ran");
    return result(await(t.later(5L)));
  }

  @Async
  static Coroutine<Void> nothing(Trace t) {
    t.log("nothing ran");
    return result();
  }

  @Async
  static Coroutine<Void> empty() {
    return result();
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    await(t.pause());
    await(t.later(1));
    await(t.later(2.0));
    await(wide(t));
    await(nothing(t));
    await(empty());
    await(t.later(null));
    Void none = await(nothing(t));
    Object also = await(t.pause());
    t.log("void is null", none, also, await(empty()));
    int i = 0;
    for (await(t.pause()), i = await(t.later(1)); i < 3; await(t.pause()), i++, await(wide(t))) {
      await(t.later("body"));
    }
    await(t.later(i++));
    await(t.later(i += await(t.later(10))));
    t.log(i);
    await(t.later(new int[await(t.later(1))]));
    await(t.later((Object) t.note("cast", 1)));
    if (await(t.later(true))) await(t.later("unbraced"));
    else await(t.later("never"));
    ;
    return result();
  }
}
