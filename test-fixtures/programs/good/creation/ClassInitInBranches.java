package creation;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.function.Supplier;

/** Only the chosen branch initialises its class; the others stay untouched. */
public class ClassInitInBranches {
  static Trace trace;

  static int log(String text) {
    trace.log(text);
    return 1;
  }

  static class Left {
    static int init = log("init Left");

    Left(int x) {}
  }

  static class Right extends Left {
    static int init = log("init Right");

    Right(int x) {
      super(x);
    }
  }

  static class Third {
    static int init = log("init Third");

    Third(Left l, int x) {}
  }

  static class Fourth {
    static int init = log("init Fourth");

    Fourth(Object o, boolean b) {}
  }

  static class Looped {
    static int init = log("init Looped");

    Looped(int x) {
      trace.log("new Looped", x);
    }
  }

  static class Unused {
    static int init = log("not reached: init Unused");

    Unused(int x) {}
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    trace = t;
    Left l = await(t.later(true)) ? new Left(await(t.later(1))) : new Right(await(t.later(2)));
    t.log(l.getClass());
    Left m =
        new Third(l, await(t.later(3))) == null
            ? new Unused(await(t.later(4))) == null ? l : null
            : await(t.later(false)) ? l : new Right(5);
    t.log(m.getClass());
    if (await(t.later(false)) && new Unused(await(t.later(5))) != null) {
      new Unused(await(t.later(6)));
    }
    Object o = new Fourth(await(t.later(true)) ? "x" : new Unused(await(t.later(7))), false);
    t.log(o.getClass());
    for (int i = 0; i < 2; i++) {
      t.log("round", i);
      new Looped(await(t.later(i)));
    }
    Supplier<Object> lambda = () -> new Unused(8);
    t.log("a lambda initialises nothing", lambda != null, Unused.class.getSimpleName().length());
    return result();
  }
}
