package methods;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.function.Supplier;

/** The first frame of an exception names the user's class, method, file and line. */
public class StackTraces {
  static String top(Throwable e) {
    StackTraceElement frame = e.getStackTrace()[0];
    return frame.getClassName()
        + "."
        + frame.getMethodName()
        + "("
        + frame.getFileName()
        + ":"
        + frame.getLineNumber()
        + ")";
  }

  @Async
  static Coroutine<Integer> divides(Trace t, int by) {
    int a = await(t.later(1));
    int b = a / by;
    return result(b + await(t.later(1)));
  }

  @Async
  Coroutine<Void> makes(Trace t) {
    Exception before = new Exception("before");
    await(t.pause());
    Exception after = new Exception("after");
    t.log(top(before), top(after));
    Supplier<Exception> lambda = () -> new Exception("lambda");
    t.log(top(lambda.get()).startsWith("methods.StackTraces.lambda$"));
    return result();
  }

  static class Nested {
    @Async
    static Coroutine<Void> throwsAfter(Trace t, String... names) {
      for (String name : names) {
        await(t.later(name));
      }
      throw new IllegalStateException("message " + await(t.later(1)));
    }
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    try {
      await(divides(t, 0));
    } catch (ArithmeticException e) {
      t.log(top(e));
    }
    await(new StackTraces().makes(t));
    try {
      await(Nested.throwsAfter(t, "a", "b"));
    } catch (IllegalStateException e) {
      t.log(top(e));
    }
    t.log(top(new Exception()));
    return result();
  }
}
