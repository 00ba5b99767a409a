package tries;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Finally blocks nested four deep, inside try parts and inside one another. */
public class NestedFinally {
  @Async
  static Coroutine<String> inTry(Trace t, int failAt) {
    String text = "";
    try {
      try {
        try {
          try {
            text += await(step(t, 1, failAt));
          } finally {
            text += await(step(t, 2, failAt));
          }
          text += await(step(t, 3, failAt));
        } finally {
          text += await(step(t, 4, failAt));
        }
        text += await(step(t, 5, failAt));
      } finally {
        text += await(step(t, 6, failAt));
      }
      text += await(step(t, 7, failAt));
    } finally {
      t.log("so far", text);
      text += await(step(t, 8, failAt));
    }
    return result(text + await(step(t, 9, failAt)));
  }

  @Async
  static Coroutine<String> inFinally(Trace t, int failAt) {
    String text = "";
    try {
      text += await(step(t, 1, failAt));
    } finally {
      try {
        text += await(step(t, 2, failAt));
      } finally {
        try {
          text += await(step(t, 3, failAt));
        } finally {
          try {
            text += await(step(t, 4, failAt));
          } finally {
            text += await(step(t, 5, failAt));
            t.log("so far", text);
          }
          text += await(step(t, 6, failAt));
        }
        text += await(step(t, 7, failAt));
      }
      text += await(step(t, 8, failAt));
    }
    return result(text + await(step(t, 9, failAt)));
  }

  @Async
  static Coroutine<String> returning(Trace t, int failAt) {
    try {
      try {
        try {
          return result("r" + await(step(t, 1, failAt)));
        } finally {
          await(step(t, 2, failAt));
        }
      } catch (IllegalStateException e) {
        return result("c" + e.getMessage() + await(step(t, 3, failAt)));
      } finally {
        await(step(t, 4, failAt));
      }
    } finally {
      try {
        await(step(t, 5, failAt));
      } catch (IllegalStateException e) {
        t.log("caught in finally", e, await(step(t, 6, failAt)));
      } finally {
        await(step(t, 7, failAt));
      }
    }
  }

  @Async
  static Coroutine<String> step(Trace t, int number, int failAt) {
    if (number == failAt) {
      await(t.fail(new IllegalStateException("at " + number)));
    }
    return result(await(t.later("" + number)));
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    for (int failAt = 0; failAt <= 9; failAt++) {
      try {
        t.log(failAt, await(inTry(t, failAt)));
      } catch (IllegalStateException e) {
        t.log(failAt, e);
      }
      try {
        t.log(failAt, await(inFinally(t, failAt)));
      } catch (IllegalStateException e) {
        t.log(failAt, e);
      }
      try {
        t.log(failAt, await(returning(t, failAt)));
      } catch (IllegalStateException e) {
        t.log(failAt, e);
      }
    }
    return result();
  }
}
