package tries;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Try-with-resources: awaits in initialiser, body, catch and finally; several resources. */
public class Resources {
  static final class Resource implements AutoCloseable {
    private final Trace trace;
    private final String name;

    Resource(Trace trace, String name) {
      this.trace = trace;
      this.name = name;
      trace.log("open", name);
    }

    @Override
    public void close() {
      trace.log("close", name);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  @Async
  static Coroutine<Resource> open(Trace t, String name) {
    await(t.pause());
    return result(new Resource(t, await(t.later(name))));
  }

  @Async
  static Coroutine<Resource> failing(Trace t) {
    await(t.pause());
    throw new ArithmeticException("open");
  }

  @Async
  static Coroutine<String> one(Trace t, boolean fail) {
    String text = "";
    try (Resource a = await(open(t, "a"))) {
      text += a + await(t.later("1"));
      if (fail) {
        await(t.fail(new IllegalStateException("body")));
      }
      text += a + await(t.later("2"));
    } catch (IllegalStateException e) {
      text += await(t.later("caught"));
    } finally {
      text += await(t.later("finally"));
    }
    return result(text);
  }

  @Async
  static Coroutine<Long> three(Trace t, int leave) {
    long sum = 0;
    for (int i = 0; i < 2; i++) {
      try (Resource a = new Resource(t, await(t.later("a" + i)));
          Resource b = await(open(t, "b" + i));
          Resource c = leave == 0 ? await(failing(t)) : await(open(t, "c" + i))) {
        sum += (a.name + b + c).length() + await(t.later(100));
        if (leave == 1) continue;
        if (leave == 2) break;
        if (leave == 3) return result(sum + await(t.later(1000L)));
        if (leave == 4) throw new ArithmeticException("body");
      } catch (ArithmeticException e) {
        t.log("caught", e);
        sum -= await(t.later(1));
      }
      t.log("end of round");
    }
    return result(sum);
  }

  @Async
  static Coroutine<String> existing(Trace t, Resource given) {
    final Resource own = await(open(t, "own"));
    Resource effectivelyFinal = await(t.later(new Resource(t, "fixed")));
    try (given;
        own;
        effectivelyFinal) {
      await(t.pause());
      return result("" + given + own + effectivelyFinal);
    }
  }

  @Async
  static Coroutine<Integer> nothing(Trace t) {
    try (Resource none = await(t.later((Resource) null));
        Resource also = null) {
      t.log("resources may be null", none, also);
      return result(await(t.later(1)));
    }
  }

  @Async
  static Coroutine<Integer> nested(Trace t) {
    try (Resource outer = await(open(t, "outer"))) {
      try (Resource inner = await(open(t, outer + ".inner"))) {
        await(t.later(inner.name));
        throw new IllegalStateException();
      } catch (IllegalStateException e) {
        try (Resource third = await(open(t, "third"))) {
          return result(await(t.later(third)).name.length());
        }
      }
    } finally {
      try (Resource last = await(open(t, "last"))) {
        t.log("in finally", last);
        await(t.pause());
      }
    }
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    t.log(await(one(t, false)), await(one(t, true)));
    for (int leave = 0; leave <= 5; leave++) {
      t.log(leave, await(three(t, leave)));
    }
    t.log(await(existing(t, new Resource(t, "given"))));
    t.log(await(nothing(t)), await(nested(t)));
    try (var lambda = (AutoCloseable) () -> t.log("close a lambda")) {
      t.log(await(t.later(lambda != null)));
    }
    return result();
  }
}
