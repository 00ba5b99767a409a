package creation;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Failing arguments and constructors, inside the tries that should see them. */
public class NewAndFailures {
  static class Picky {
    final int value;

    Picky(int a, int b) throws IOException {
      if (b < 0) throw new IOException("negative");
      value = a / b;
    }
  }

  static class Wrapper extends Exception {
    private static final long serialVersionUID = 1;
    final transient Picky picky;

    Wrapper(String message, Picky picky, Throwable cause) {
      super(message, cause);
      this.picky = picky;
    }
  }

  @Async
  static Coroutine<Integer> attempt(Trace t, int a, int b) throws Wrapper {
    Picky made = null;
    try {
      made =
          new Picky(
              a == 0 ? await(t.<Integer>fail(new IllegalStateException("argument"))) : a,
              await(t.later(b)));
      return result(made.value);
    } catch (IOException e) {
      try {
        throw new Wrapper(
            await(t.later("wrapped")), new Picky(1, await(t.later(1))), await(t.later(e)));
      } catch (IOException impossible) {
        throw new AssertionError(await(t.later("impossible")), impossible);
      }
    } catch (ArithmeticException e) {
      made = made == null ? await(picky(t, -a)) : made;
      return result(made.value);
    } finally {
      t.log("finally", made == null, new StringBuilder(await(t.later("sb"))).length());
    }
  }

  @Async
  static Coroutine<Picky> picky(Trace t, int v) {
    try {
      return result(new Picky(await(t.later(v)), 1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    int[][] pairs = {{6, 3}, {6, 0}, {6, -1}, {0, 1}};
    for (int[] pair : pairs) {
      try {
        t.log(await(attempt(t, pair[0], pair[1])));
      } catch (Wrapper e) {
        t.log(e, e.picky.value);
      } catch (IllegalStateException e) {
        t.log(e);
      }
    }
    try {
      IOException cause = new IOException(await(t.later("y")));
      throw new IllegalStateException("x" + await(t.later(1)), await(t.later(cause)));
    } catch (IllegalStateException e) {
      t.log(e);
    }
    return result();
  }
}
