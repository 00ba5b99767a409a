package expressions;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.List;

/** Awaits as the receiver of a call or a field access, in chains, also with awaited arguments. */
public class Receivers {
  int field = 1;
  Receivers next;

  Receivers add(Trace t, int v) {
    field += v;
    t.log("add", v);
    return this;
  }

  int get() {
    return field;
  }

  @Async
  Coroutine<Receivers> addLater(Trace t, int v) {
    field += await(t.later(v));
    return result(this);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    t.log(await(t.later("text")).length());
    t.log(await(t.later("text")).charAt(await(t.later(2))));
    t.log(await(t.later("a,b")).split(await(t.later(",")))[await(t.later(1))].concat("!"));
    Receivers r = new Receivers();
    t.log(await(t.later(r)).add(t, await(t.later(1))).add(t, await(t.later(2))).get());
    t.log(await(await(await(r.addLater(t, 10)).addLater(t, 20)).addLater(t, 30)).field);
    r.next = new Receivers();
    await(t.later(r)).next.field = await(t.later(7));
    t.log(await(t.later(r)).next.get() + r.next.add(t, await(t.later(1))).get());
    await(t.later(r)).next.next = await(t.later(r));
    t.log(r.next.next == await(t.later(r)));
    t.log(new StringBuilder().append(await(t.later(1L))).append(await(t.later('c'))).reverse());
    t.log((await(t.later("a")) + await(t.later("b"))).toUpperCase());
    t.log(await(t.later(List.of(1, 2))).get(await(t.later(0))) + await(t.later(1)));
    t.log(((Object) await(t.later(5))).equals(await(t.later(5))));
    t.log(await(t.later(new int[] {1, 2, 3})).length, await(t.later(String.class)).getSimpleName());
    // A static member through an awaited expression: evaluated, then thrown away.
    t.log(await(t.later("x")).isEmpty() ? "empty" : await(t.later("y")).repeat(3));
    return result();
  }
}
