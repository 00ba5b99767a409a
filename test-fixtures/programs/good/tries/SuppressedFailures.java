package tries;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.io.IOException;

/** Failures while closing are suppressed by the failure of the body, in all combinations. */
public class SuppressedFailures {
  static final class Failing implements AutoCloseable {
    private final Trace trace;
    private final String name;
    private final boolean failing;

    Failing(Trace trace, String name, boolean failing) {
      this.trace = trace;
      this.name = name;
      this.failing = failing;
    }

    @Override
    public void close() throws IOException {
      trace.log("close", name);
      if (failing) {
        throw new IOException("close " + name);
      }
    }
  }

  @Async
  static Coroutine<Failing> open(Trace t, String name, int bits, int bit) {
    if (((bits >> bit) & 1) != 0 && name.equals("c")) {
      await(t.fail(new IllegalStateException("open " + name)));
    }
    return result(new Failing(t, await(t.later(name)), ((bits >> bit) & 1) != 0));
  }

  @Async
  static Coroutine<String> all(Trace t, int bits) throws IOException {
    try (Failing a = await(open(t, "a", bits, 0));
        Failing b = await(open(t, "b", bits, 1));
        Failing c = await(open(t, "c", bits, 2))) {
      if ((bits & 8) != 0) {
        await(t.fail(new IllegalArgumentException("body")));
      }
      return result(a.name + b.name + await(t.later(c)).name);
    } finally {
      t.log("finally", await(t.later(bits)));
    }
  }

  @Async
  static Coroutine<String> own(Trace t) {
    Exception main = new Exception("main");
    for (int i = 0; i < 2; i++) {
      try {
        await(t.fail(new IllegalStateException("part " + i)));
      } catch (IllegalStateException e) {
        main.addSuppressed(e);
        e.addSuppressed(new RuntimeException(await(t.later("of part"))));
      }
    }
    t.log(main);
    return result(await(t.later(main.getSuppressed().length)) + " parts");
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    for (int bits = 0; bits < 16; bits++) {
      try {
        t.log(bits, await(all(t, bits)));
      } catch (IOException e) {
        t.log(bits, "io", e);
      } catch (RuntimeException e) {
        t.log(bits, "runtime", e);
      }
    }
    t.log(await(own(t)));
    return result();
  }
}
