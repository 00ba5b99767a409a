package methods;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Private members and private nested types as parameters, locals, results and receivers. */
public class PrivateMembers {
  private record Secret(int value) {
    private static final Secret ZERO = new Secret(0);

    private Secret plus(int v) {
      return new Secret(value + v);
    }
  }

  private interface Hidden {
    int get();
  }

  private enum Mode {
    UP,
    DOWN
  }

  private static final class Cell<T extends Hidden> {
    private T content;

    private Cell(T content) {
      this.content = content;
    }
  }

  private static class Failure extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Secret secret;

    private Failure(Secret secret) {
      this.secret = secret;
    }
  }

  private int state;
  private static long total;

  private int bump(int by) {
    return state += by;
  }

  private static long add(long v) {
    return total += v;
  }

  @Async
  private static Coroutine<Secret> sum(Trace t, Secret first, Secret... rest) {
    Secret sum = first;
    for (Secret s : rest) {
      sum = sum.plus(await(t.later(s.value)));
    }
    return result(sum);
  }

  @Async
  private Coroutine<Integer> stateful(Trace t, Mode mode, Cell<Hidden> cell) throws Failure {
    Hidden hidden = cell.content;
    state = hidden.get() + await(t.later(1));
    switch (mode) {
      case UP:
        bump(await(t.later(10)));
        break;
      case DOWN:
        Secret secret = new Secret(await(t.later(state)));
        throw new Failure(secret.plus(1));
    }
    cell.content = () -> state;
    await(t.pause());
    return result(cell.content.get() + (int) add(await(t.later(5L))));
  }

  @Async
  private static Coroutine<Secret[]> array(Trace t, Secret[][] table) {
    Secret[] row = table[await(t.later(0))];
    row[0] = await(t.later(Secret.ZERO));
    return result(row);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    total = 0;
    t.log(await(sum(t, Secret.ZERO, new Secret(1), new Secret(2))).value);
    PrivateMembers object = new PrivateMembers();
    for (Mode mode : Mode.values()) {
      try {
        t.log(await(object.stateful(t, mode, new Cell<>(() -> 100))));
      } catch (Failure e) {
        t.log(e.secret);
      }
    }
    t.log("array", await(array(t, new Secret[][] {{null, new Secret(9)}})));
    return result();
  }
}
