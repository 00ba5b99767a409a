package tries;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.io.IOException;

/** A failure passes several suspended methods, each with its own finally, catch or resource. */
public class UncaughtThroughLayers {
  interface Closing extends AutoCloseable {
    @Override
    void close();
  }

  @Async
  static Coroutine<Integer> bottom(Trace t, int which) throws IOException {
    await(t.pause());
    if (which == 0) throw new IOException("bottom");
    if (which == 1) throw new IllegalStateException("bottom");
    return result(which);
  }

  @Async
  static Coroutine<Integer> withFinally(Trace t, int which) throws IOException {
    try {
      return result(await(bottom(t, which)) + 1);
    } finally {
      await(t.later("finally"));
    }
  }

  @Async
  static Coroutine<Integer> withResource(Trace t, int which) throws IOException {
    try (Closing a = () -> t.log("close a");
        Closing b = () -> t.log("close b")) {
      t.log(a != null, b != null);
      return result(await(withFinally(t, which)) + await(t.later(10)));
    }
  }

  @Async
  static Coroutine<Integer> withCatch(Trace t, int which) throws IOException {
    try {
      return result(await(withResource(t, which)));
    } catch (IllegalStateException e) {
      await(t.pause());
      throw new IllegalArgumentException("translated", e);
    }
  }

  @Async
  static Coroutine<Integer> plain(Trace t, int which) throws IOException {
    int v = await(withCatch(t, which));
    t.log("passed", v);
    return result(v);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    for (int which = 0; which < 3; which++) {
      try {
        t.log(await(plain(t, which)));
      } catch (IOException | IllegalArgumentException e) {
        t.log(e);
      }
    }
    return result();
  }
}
