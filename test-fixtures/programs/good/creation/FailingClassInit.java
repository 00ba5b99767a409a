package creation;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** A failing static initialiser fails before the arguments are evaluated, then for ever. */
public class FailingClassInit {
  static Trace trace;

  static class Broken {
    static int init = fail("broken");

    Broken(int x) {}
  }

  static class Inner {
    static int init = log("init Inner");

    Inner(Object o) {}
  }

  static int log(String text) {
    trace.log(text);
    return 1;
  }

  static int fail(String text) {
    trace.log("fails", text);
    throw new IllegalStateException(text);
  }

  @Async
  static Coroutine<Integer> argument(Trace t, int v) {
    t.log("argument evaluated", v);
    return result(await(t.later(v)));
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    trace = t;
    for (int i = 0; i < 2; i++) {
      try {
        t.log("not reached", new Inner(new Broken(await(argument(t, 1)))));
      } catch (ExceptionInInitializerError e) {
        t.log("first time", e.getCause());
      } catch (NoClassDefFoundError e) {
        t.log("second time");
      } finally {
        await(t.later(i));
      }
    }
    return result();
  }
}
