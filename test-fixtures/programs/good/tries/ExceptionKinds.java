package tries;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/** All kinds of throwables come out of an await as they are: nothing is wrapped. */
public class ExceptionKinds {
  static final class OwnThrowable extends Throwable {
    private static final long serialVersionUID = 1;

    OwnThrowable() {
      super("own", null, false, false);
    }
  }

  static class Unlucky {
    static final int VALUE = fail();

    static int fail() {
      throw new IllegalStateException("static initialiser");
    }
  }

  @Async
  static Coroutine<Integer> checked(Trace t, int which) throws IOException, OwnThrowable {
    switch (which) {
      case 0 -> throw new IOException("checked");
      case 1 -> throw new OwnThrowable();
      case 2 -> throw new StackOverflowError();
      case 3 -> {
        await(t.pause());
        throw new EOFException();
      }
      case 4 -> {
        return result(await(t.<Integer>fail(new OwnThrowable())));
      }
      case 5 -> {
        Object o = await(t.later("text"));
        return result((Integer) o);
      }
      case 6 -> {
        int[] none = await(t.later((int[]) null));
        return result(none.length);
      }
      case 7 -> {
        return result(List.of(1).get(await(t.later(1))));
      }
      case 8 -> {
        return result(Integer.parseInt(await(t.later("x1"))));
      }
      case 9, 10 -> {
        await(t.pause());
        return result(Unlucky.VALUE + await(t.later(1)));
      }
      case 11 -> Thread.State.valueOf(await(t.later("NOT_A_STATE")));
      case 12 -> List.of().add(await(t.later((Object) null)));
      case 13 -> Objects.requireNonNull(await(t.later((Object) null)), await(t.later("message")));
      default -> {}
    }
    return result(which);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    for (int which = 0; which <= 14; which++) {
      try {
        t.log(which, await(checked(t, which)));
      } catch (IOException e) {
        t.log(which, "checked", e);
      } catch (RuntimeException e) {
        t.log(which, "runtime", e);
      } catch (ExceptionInInitializerError e) {
        t.log(which, "initialiser", e.getException());
      } catch (NoClassDefFoundError e) {
        t.log(which, "no class");
      } catch (Error e) {
        t.log(which, "error", e.getClass());
      } catch (OwnThrowable e) {
        t.log(which, "own", e);
      }
    }
    return result();
  }
}
