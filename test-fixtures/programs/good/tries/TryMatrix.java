package tries;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/**
 * A try inside each part of a try, with an await at every point: all pairs of points fail in turn.
 */
public class TryMatrix {
  @Async
  static Coroutine<Integer> point(Trace t, int number, int first, int second) {
    t.log("point", number);
    if (number == first || number == second) {
      if (number % 2 == 0) {
        throw new IllegalStateException("p" + number);
      }
      await(t.fail(new IllegalArgumentException("p" + number)));
    }
    await(t.pause());
    return result(number);
  }

  @Async
  static Coroutine<Long> matrix(Trace t, int a, int b) {
    long sum = 1L << 32;
    try {
      sum += await(point(t, 0, a, b));
      try {
        sum += await(point(t, 1, a, b));
      } catch (IllegalArgumentException e) {
        sum += 10 * await(point(t, 2, a, b));
      } finally {
        sum += 100 * await(point(t, 3, a, b));
      }
      sum += await(point(t, 4, a, b));
    } catch (IllegalStateException e) {
      try {
        sum -= await(point(t, 5, a, b));
        throw e;
      } catch (IllegalArgumentException inner) {
        inner.addSuppressed(e);
        sum -= 10 * await(point(t, 6, a, b));
      } finally {
        sum -= 100 * await(point(t, 7, a, b));
      }
    } finally {
      try {
        sum *= 2 + await(point(t, 8, a, b));
      } catch (IllegalStateException e) {
        sum += await(point(t, 9, a, b));
      } finally {
        sum++;
        await(point(t, 10, a, b));
      }
    }
    return result(sum + await(point(t, 11, a, b)));
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    for (int a = 0; a < 12; a++) {
      for (int b = a; b < 12; b++) {
        try {
          t.log(a, b, await(matrix(t, a, b)));
        } catch (RuntimeException e) {
          t.log(a, b, e);
        }
      }
    }
    return result();
  }
}
