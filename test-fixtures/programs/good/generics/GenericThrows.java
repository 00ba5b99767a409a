package generics;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** Type variables in throws clauses, and checked exceptions through generic callers. */
public class GenericThrows {
  interface Action<T, X extends Exception> {
    @Async
    Coroutine<T> act(Trace t) throws X;
  }

  @Async
  static <T, X extends Exception> Coroutine<T> twice(Trace t, Action<T, X> action) throws X {
    await(action.act(t));
    return result(await(action.act(t)));
  }

  @Async
  static <X extends Throwable> Coroutine<Void> fail(Trace t, X failure) throws X {
    X same = await(t.later(failure));
    throw same;
  }

  @Async
  static Coroutine<Integer> broken(Trace t) throws IOException {
    throw new IOException("broken" + await(t.later(1)));
  }

  @Async
  static Coroutine<Integer> fine(Trace t) {
    return result(await(t.later(2)));
  }

  @Async
  static <X extends Exception> Coroutine<String> caught(
      Trace t, Class<X> type, Action<Integer, ? extends Exception> action) {
    try {
      return result("value " + await(action.act(t)));
    } catch (Exception e) {
      if (!type.isInstance(e)) {
        throw new IllegalStateException(await(t.later("unexpected")), e);
      }
      X x = type.cast(e);
      await(t.pause());
      return result("caught " + x.getMessage());
    }
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    t.log(await(twice(t, GenericThrows::fine)));
    try {
      t.log(await(twice(t, GenericThrows::broken)));
    } catch (IOException e) {
      t.log(e);
    }
    try {
      await(fail(t, new TimeoutException("typed")));
    } catch (TimeoutException e) {
      t.log(e);
    }
    t.log(await(caught(t, IOException.class, GenericThrows::broken)));
    t.log(await(caught(t, IOException.class, GenericThrows::fine)));
    try {
      await(caught(t, TimeoutException.class, GenericThrows::broken));
    } catch (IllegalStateException e) {
      t.log(e);
    }
    return result();
  }
}
