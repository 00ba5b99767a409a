package control;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.io.EOFException;
import java.io.IOException;

/** Awaits as operand of throw, in the created exception, and exceptions thrown between awaits. */
public class ThrowAwait {
  static class Own extends Exception {
    private static final long serialVersionUID = 1;
    final int code;

    Own(String message, int code, Throwable cause) {
      super(message, cause);
      this.code = code;
    }
  }

  @Async
  static Coroutine<Integer> thrower(Trace t, int which) throws Own, IOException {
    int local = await(t.later(which));
    switch (local) {
      case 0:
        throw await(t.later(new IllegalStateException("zero")));
      case 1:
        throw new Own("one" + await(t.later("!")), await(t.later(11)), null);
      case 2:
        throw new Own("two", 22, await(t.later(new IOException(await(t.later("cause"))))));
      case 3:
        return result(await(t.<Integer>fail(new IOException("three"))));
      case 4:
        throw await(t.later(true)) ? new IOException("four") : new EOFException("not reached");
      case 5:
        throw await(t.<Error>fail(new AssertionError("five")));
      case 6:
        throw (RuntimeException) await(t.later((Object) new ArithmeticException("six")));
      default:
        return result(local);
    }
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    for (int which = 0; which < 8; which++) {
      try {
        t.log(which, await(thrower(t, which)));
      } catch (Own e) {
        t.log(which, e, e.code);
      } catch (IOException | RuntimeException e) {
        t.log(which, e);
      } catch (Error e) {
        t.log(which, "error", e);
      }
    }
    return result();
  }
}
