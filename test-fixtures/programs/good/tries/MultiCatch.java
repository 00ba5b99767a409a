package tries;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Multi-catch, the order of catch clauses, and errors beside exceptions. */
public class MultiCatch {
  static class Base extends Exception {
    private static final long serialVersionUID = 1;

    Base(String message) {
      super(message);
    }
  }

  static class Derived extends Base {
    private static final long serialVersionUID = 1;

    Derived(String message) {
      super(message);
    }
  }

  @Async
  static Coroutine<Void> fails(Trace t, Throwable failure) throws Base, IOException {
    return result(await(t.<Void>fail(failure)));
  }

  @Async
  static Coroutine<String> handle(Trace t, Throwable failure) throws Base {
    try {
      await(fails(t, failure));
      return result("no failure");
    } catch (Derived e) {
      return result("derived " + e.getMessage() + await(t.later("!")));
    } catch (FileNotFoundException | UncheckedIOException e) {
      await(t.pause());
      return result("file or unchecked " + e.getMessage());
    } catch (IOException | IllegalStateException | AssertionError e) {
      Throwable same = e;
      await(t.pause());
      return result("one of three " + (same == e) + await(t.later(e)).getMessage());
    } catch (RuntimeException e) {
      await(t.pause());
      throw e;
    } catch (StackOverflowError | OutOfMemoryError e) {
      return result("machine " + await(t.later(e.getMessage())));
    }
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    List<Throwable> failures =
        List.of(
            new Derived("d"),
            new Base("b"),
            new FileNotFoundException("f"),
            new IOException("io"),
            new UncheckedIOException("u", new IOException("cause")),
            new IllegalStateException("s"),
            new AssertionError("a"),
            new ArithmeticException("r"),
            new OutOfMemoryError("o"),
            new InternalError("i"));
    for (Throwable failure : failures) {
      try {
        t.log(await(handle(t, failure)));
      } catch (Base e) {
        t.log("base", e);
      } catch (Exception e) {
        t.log("exception", e, await(t.later(e == failure)));
      } catch (Error e) {
        t.log("error", e, await(t.later(e == failure)));
      }
    }
    return result();
  }
}
