package tries;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.io.IOException;

/** Awaits inside a try: the failure of each is caught, and the values before it are kept. */
public class AwaitInTry {
  @Async
  static Coroutine<Integer> fails(Trace t, String message) throws IOException {
    await(t.pause());
    throw new IOException(message);
  }

  @Async
  static Coroutine<String> steps(Trace t, int failAt) {
    int step = 0;
    String done = "";
    try {
      done += await(failAt == 0 ? t.fail(new IllegalStateException("0")) : t.later("a"));
      step++;
      done += await(failAt == 1 ? t.fail(new IllegalArgumentException("1")) : t.later("b"));
      step++;
      if (failAt == 2) {
        done += await(fails(t, "2"));
      }
      step++;
    } catch (IllegalStateException e) {
      return result("state " + step + done + e.getMessage());
    } catch (IOException e) {
      done += await(t.later("io"));
    } catch (RuntimeException e) {
      return result("runtime " + step + done);
    }
    await(t.pause());
    return result(step + done);
  }

  @Async
  static Coroutine<Integer> nested(Trace t, int which) {
    int x = 1;
    try {
      x = 2;
      try {
        x = 3;
        await(which == 0 ? t.fail(new IllegalStateException()) : t.later(1));
        x = 4;
        await(which == 1 ? t.fail(new UnsupportedOperationException()) : t.later(2));
        x = 5;
      } catch (IllegalStateException e) {
        x += await(t.later(10));
        await(which == 0 ? t.fail(new ArithmeticException()) : t.later(3));
      }
      x = 6;
    } catch (ArithmeticException | UnsupportedOperationException e) {
      x += await(t.later(100));
    }
    return result(x);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    for (int failAt = 0; failAt < 4; failAt++) {
      t.log(failAt, await(steps(t, failAt)));
    }
    for (int which = 0; which < 3; which++) {
      t.log(which, await(nested(t, which)));
    }
    return result();
  }
}
