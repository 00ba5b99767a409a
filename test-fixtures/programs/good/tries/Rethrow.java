package tries;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeoutException;

/** Rethrown exceptions: precisely typed, wrapped, from deep below, and unchanged in identity. */
public class Rethrow {
  @Async
  static Coroutine<Integer> source(Trace t, int which) throws IOException, TimeoutException {
    await(t.pause());
    if (which == 0) {
      throw new IOException("io");
    }
    if (which == 1) {
      throw new TimeoutException("time");
    }
    return result(await(t.later(which)));
  }

  @Async
  static Coroutine<Integer> precise(Trace t, int which) throws IOException, TimeoutException {
    try {
      return result(await(source(t, which)));
    } catch (final Exception e) {
      t.log("rethrow", e);
      await(t.pause());
      throw e;
    }
  }

  @Async
  static Coroutine<Integer> wrapped(Trace t, int which) {
    try {
      return result(await(precise(t, which)));
    } catch (IOException e) {
      throw new UncheckedIOException(await(t.later("wrapped")), e);
    } catch (TimeoutException e) {
      throw new IllegalStateException(e);
    } finally {
      t.log("finally", await(t.later(which)));
    }
  }

  @Async
  static Coroutine<Void> depth(Trace t, int n, RuntimeException failure) {
    if (n == 0) {
      await(t.fail(failure));
    }
    try {
      await(depth(t, n - 1, failure));
    } catch (IllegalStateException e) {
      t.log("depth", n, e == failure);
      if (n % 2 == 0) {
        throw e;
      }
      await(t.pause());
      throw await(t.later(e));
    } finally {
      await(t.later(n));
    }
    return result();
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    for (int which = 0; which < 3; which++) {
      try {
        t.log(await(wrapped(t, which)));
      } catch (RuntimeException e) {
        t.log(e);
      }
    }
    RuntimeException failure = new IllegalStateException("same object");
    try {
      await(depth(t, 4, failure));
    } catch (IllegalStateException e) {
      t.log(e == failure);
    }
    try {
      try {
        await(source(t, 0));
      } catch (Throwable e) {
        await(t.pause());
        throw e;
      }
    } catch (IOException e) {
      t.log("precise", e);
    }
    return result();
  }
}
