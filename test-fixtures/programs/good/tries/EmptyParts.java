package tries;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Try statements with empty parts, and parts that cannot complete. */
public class EmptyParts {
  @Async
  static Coroutine<Integer> empties(Trace t) {
    int x = 0;
    try {
    } finally {
      x += await(t.later(1));
    }
    try {
      x += await(t.later(2));
    } catch (RuntimeException e) {
    }
    try {
      x += await(t.later(4));
    } finally {
    }
    try {
      await(t.fail(new IllegalStateException("swallowed")));
    } catch (IllegalStateException e) {
      // nothing to do
    } finally {
      ;
    }
    try {
    } catch (IllegalStateException e) {
      await(t.later("not reached"));
    }
    return result(x);
  }

  @Async
  static Coroutine<String> cannotComplete(Trace t, boolean fail) {
    try {
      for (int i = 0; ; i++) {
        if (await(t.later(i)) == 1 && fail) {
          throw new IllegalStateException("loop");
        }
        if (i == 2) {
          return result("two");
        }
      }
    } catch (IllegalStateException e) {
      while (true) {
        if (await(t.later(true))) {
          return result("caught");
        }
      }
    } finally {
      await(t.pause());
    }
  }

  @Async
  static Coroutine<Integer> onlyInFinally(Trace t, boolean fail) {
    // The only await of this method is one that javac copies for each way in.
    int x = 1;
    try {
      if (fail) {
        return result(x / (x - 1));
      }
      x++;
    } finally {
      x += await(t.later(10));
    }
    return result(x);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    t.log(await(empties(t)), await(cannotComplete(t, false)), await(cannotComplete(t, true)));
    t.log(await(onlyInFinally(t, false)));
    try {
      await(onlyInFinally(t, true));
    } catch (ArithmeticException e) {
      t.log(e);
    }
    return result();
  }
}
