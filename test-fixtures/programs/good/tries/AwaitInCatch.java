package tries;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.io.IOException;

/** Awaits inside catch blocks: the caught exception stays usable, new failures leave. */
public class AwaitInCatch {
  @Async
  static Coroutine<String> handle(Trace t, int which) {
    long before = await(t.later(1L << 40));
    try {
      if (which > 0) {
        throw new IllegalStateException("first");
      }
      await(t.fail(new IllegalStateException("awaited")));
    } catch (IllegalStateException e) {
      String text = e.getMessage() + await(t.later("+"));
      switch (which) {
        case 0:
          return result(text + e.getMessage() + before);
        case 1:
          throw e;
        case 2:
          throw new IllegalArgumentException(await(t.later("second")), e);
        case 3:
          await(t.fail(new UnsupportedOperationException("third", e)));
          break;
        case 4:
          try {
            await(t.fail(new ArithmeticException("fourth")));
          } catch (ArithmeticException inner) {
            inner.addSuppressed(e);
            await(t.pause());
            throw inner;
          }
          break;
        default:
          e = new IllegalStateException(await(t.later("replaced")), e);
          await(t.pause());
          text += e.getMessage();
      }
      await(t.pause());
      return result(text);
    }
    return result("not reached");
  }

  @Async
  static Coroutine<Integer> retry(Trace t, int succeedAt) {
    for (int attempt = 1; ; attempt++) {
      try {
        boolean fails = attempt < succeedAt;
        return result(await(fails ? t.fail(new IOException("no " + attempt)) : t.later(attempt)));
      } catch (Exception e) {
        t.log("retry after", e);
        await(t.pause());
      }
    }
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    for (int which = 0; which < 6; which++) {
      try {
        t.log(which, await(handle(t, which)));
      } catch (RuntimeException e) {
        t.log(which, e);
      }
    }
    t.log(await(retry(t, 3)));
    return result();
  }
}
