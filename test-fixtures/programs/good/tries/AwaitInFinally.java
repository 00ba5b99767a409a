package tries;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Awaits inside finally, entered normally, by exception, return, break and continue. */
public class AwaitInFinally {
  @Async
  static Coroutine<String> once(Trace t, int which) {
    String state = "start";
    try {
      state = await(t.later("try"));
      if (which == 0) {
        return result(state + " returned " + await(t.later(0)));
      }
      if (which == 1) {
        throw new IllegalStateException("thrown");
      }
      if (which == 2) {
        await(t.fail(new IllegalStateException("awaited")));
      }
    } finally {
      t.log("finally", state);
      await(t.pause());
      state = "changed";
      t.log("finally goes on", await(t.later(which)));
    }
    return result(state);
  }

  @Async
  static Coroutine<Integer> loop(Trace t) {
    int rounds = 0;
    for (int i = 0; i < 5; i++) {
      try {
        if (i == 1) {
          continue;
        }
        if (i == 3) {
          break;
        }
        rounds += await(t.later(10));
      } finally {
        rounds += await(t.later(1));
      }
      t.log("end of round", i);
    }
    return result(rounds);
  }

  @Async
  static Coroutine<Void> failingFinally(Trace t) {
    try {
      throw new IllegalStateException("lost");
    } finally {
      await(t.fail(new IllegalArgumentException("from finally")));
    }
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    for (int which = 0; which < 4; which++) {
      try {
        t.log(which, await(once(t, which)));
      } catch (IllegalStateException e) {
        t.log(which, e);
      }
    }
    t.log(await(loop(t)));
    try {
      await(failingFinally(t));
    } catch (IllegalArgumentException e) {
      t.log(e);
    }
    return result();
  }
}
