package tries;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/**
 * {@code return other()} inside a try that has catch clauses only: the tail await belongs to the
 * try, so its failure is caught there.
 */
public class TailInsideTry {
  @Async
  static Coroutine<String> other(Trace t, boolean fail) {
    await(t.pause());
    if (fail) {
      throw new IllegalStateException("other");
    }
    return result("fine");
  }

  @Async
  static Coroutine<String> caught(Trace t, boolean fail) {
    try {
      return other(t, fail);
    } catch (IllegalStateException e) {
      return result("caught " + e.getMessage() + await(t.later("!")));
    }
  }

  @Async
  static Coroutine<String> fromCatch(Trace t, boolean fail) {
    try {
      await(t.fail(new IllegalArgumentException("first")));
    } catch (IllegalArgumentException e) {
      t.log(e);
      return other(t, fail);
    }
    return result("not reached");
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    t.log(await(caught(t, false)), await(caught(t, true)), await(fromCatch(t, false)));
    try {
      await(fromCatch(t, true));
    } catch (IllegalStateException e) {
      t.log(e);
    }
    return result();
  }
}
