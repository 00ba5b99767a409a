package resources;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.AsyncCloseable;
import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.io.IOException;

/** try-with-resources over resources whose closing awaits: order, failures, jumps, null. */
public class SuspendingResources {

  static final class Resource implements AsyncCloseable {
    private final Trace t;
    private final String name;
    private final boolean failing;

    Resource(Trace t, String name, boolean failing) {
      this.t = t;
      this.name = t.note("open", name);
      this.failing = failing;
    }

    @Override
    @Async
    public Coroutine<Void> aclose() {
      t.log("closing", name);
      await(t.pause());
      if (failing) {
        throw new IllegalStateException("close " + await(t.later(name)));
      }
      t.log("closed", name);
      return result();
    }
  }

  record Plain(Trace t, String name) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      t.log("plain", name);
      if (name.startsWith("!")) {
        throw new IOException(name);
      }
    }
  }

  @Async
  static Coroutine<String> several(Trace t, boolean bodyFails, boolean closeFails)
      throws IOException {
    try (var a = new Resource(t, await(t.later("a")), closeFails);
        Plain p = new Plain(t, closeFails ? "!p" : "p");
        Resource none = null;
        Resource b = new Resource(t, "b", closeFails)) {
      t.log(a.name, p.name(), none, await(t.later(b.name)));
      if (bodyFails) {
        throw new IOException("body" + await(t.later(1)));
      }
      return result(a.name + b.name);
    } finally {
      t.log("finally", await(t.later("of several")));
    }
  }

  @Async
  static Coroutine<Integer> jumps(Trace t) {
    int sum = 0;
    outer:
    for (int i = 0; i < 4; i++) {
      for (long j = 0; j < 3; j++) {
        try (Resource r = new Resource(t, "r" + i + j, false)) {
          if (j == 1) {
            continue outer;
          }
          if (i == 2) {
            break outer;
          }
          sum += 10 * i + await(t.later(r.name.length()));
        }
        sum++;
      }
    }
    return result(sum);
  }

  @Async
  static Coroutine<Integer> onStack(Trace t) {
    Resource shared = new Resource(t, "shared", false);
    int five = await(t.later(5)); // javac crashes on a long in its place
    int total =
        five
            * switch (await(t.later(1))) {
              case 1 -> {
                try (shared) {
                  yield await(t.later(7));
                }
              }
              default -> 0;
            };
    return result(total);
  }

  @Async
  static Coroutine<String> nested(Trace t) {
    StringBuilder seen = new StringBuilder();
    try (AsyncCloseable outer = new Resource(t, "outer", true)) {
      try (AutoCloseable inner = new Resource(t, "inner", true)) {
        seen.append(await(t.later("body ")));
        throw new ArithmeticException("inner body");
      } catch (ArithmeticException e) {
        t.log(e, inner(t));
        seen.append(await(t.later("caught ")));
      }
      seen.append("end ");
    } catch (Exception e) {
      t.log(e);
      seen.append(e.getMessage());
    }
    return result(seen.toString());
  }

  private static String inner(Trace t) {
    return t.note("inner", "handled");
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    for (int i = 0; i < 4; i++) {
      try {
        t.log("several", await(several(t, i % 2 == 1, i > 1)));
      } catch (IOException | IllegalStateException e) {
        t.log(e);
      }
    }
    t.log(await(jumps(t)), await(onStack(t)), await(nested(t)));
    return result();
  }
}
