package control;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Awaitable;
import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Loops without an end in the source: left by an exception, a return, or a break inside. */
public class EndlessLoops {
  @Async
  static Coroutine<Void> never(Trace t, Iterator<Integer> values) {
    // No statement follows: the end is unreachable.
    for (; ; ) {
      t.log("got", await(t.later(values.next())));
    }
  }

  @Async
  static Coroutine<Void> bare(Trace t, Iterator<Awaitable<Integer>> values) {
    for (; ; ) await(values.next());
  }

  @Async
  static Coroutine<Integer> returns(Trace t) {
    int i = 0;
    while (true) {
      i += await(t.later(3));
      if (i > 7) {
        return result(i);
      }
    }
  }

  @Async
  static Coroutine<Integer> doForever(Trace t) {
    int i = 1;
    do {
      i *= 2;
      if (await(t.later(i)) > 10) return result(i);
    } while (true);
  }

  @Async
  static Coroutine<String> throwsAlways(Trace t) {
    await(t.pause());
    throw new IllegalStateException("always");
  }

  @Async
  static Coroutine<String> bothThrow(Trace t, boolean first) {
    if (await(t.later(first))) {
      throw new IllegalStateException("first");
    } else {
      throw await(t.later(new IllegalArgumentException("second")));
    }
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    try {
      await(never(t, List.of(1, 2, 3).iterator()));
    } catch (NoSuchElementException e) {
      t.log("left by an exception");
    }
    Awaitable<Integer> failing = t.fail(new IllegalStateException("stop"));
    try {
      await(bare(t, List.of(t.later(1), t.later(2), failing).iterator()));
    } catch (IllegalStateException e) {
      t.log(e);
    }
    t.log(await(returns(t)), await(doForever(t)));
    try {
      t.log(await(throwsAlways(t)));
    } catch (IllegalStateException e) {
      t.log(e);
    }
    for (boolean first : new boolean[] {true, false}) {
      try {
        await(bothThrow(t, first));
      } catch (RuntimeException e) {
        t.log(e);
      }
    }
    return result();
  }
}
