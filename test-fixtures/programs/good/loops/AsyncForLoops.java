package loops;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.AsyncCloseable;
import io.jasyncio.AsyncIterable;
import io.jasyncio.AsyncIterator;
import io.jasyncio.Coroutine;
import io.jasyncio.StopAsyncIteration;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.io.IOException;

/**
 * Loops over async iterables. The woven program runs {@code Loops}, where they are written with
 * {@code for}; plain Java runs {@code WrittenOut}, where each is written with {@code try} and
 * {@code while}.
 */
public class AsyncForLoops {

  /** Counts to a limit; closing it tells, may suspend, and may fail. */
  static class Counter implements AsyncIterable<Integer>, AsyncIterator<Integer>, AsyncCloseable {
    final Trace t;
    final String name;
    private final int limit;
    private final boolean failing;
    private int next;
    private boolean over;

    Counter(Trace t, String name, int limit, boolean failing) {
      this.t = t;
      this.name = name;
      this.limit = limit;
      this.failing = failing;
    }

    @Override
    public AsyncIterator<Integer> aiter() {
      t.log("begin", name);
      return this;
    }

    @Override
    @Async
    public Coroutine<Integer> anext() {
      if (next == limit) {
        over = true;
        await(t.pause());
        throw new StopAsyncIteration();
      }
      if (next == 7) {
        await(t.fail(new IllegalStateException("seven of " + name)));
      }
      return result(await(t.later(next++)));
    }

    @Override
    @Async
    public Coroutine<Void> aclose() {
      if (!over) {
        over = true;
        t.log("closing", name);
        await(t.pause());
        if (failing) {
          throw new IllegalStateException("close " + await(t.later(name)));
        }
        t.log("closed", name);
      }
      return result();
    }
  }

  /** What a written-out loop iterates with. */
  static final class Steps implements AsyncCloseable {
    private final Counter counter;
    int value;

    Steps(Counter counter) {
      this.counter = (Counter) counter.aiter();
    }

    @Async
    Coroutine<Boolean> step() {
      try {
        value = await(counter.anext());
        return result(true);
      } catch (StopAsyncIteration end) {
        return result(false);
      }
    }

    @Override
    @Async
    public Coroutine<Void> aclose() {
      await(counter.aclose());
      return result();
    }
  }

  static Counter count(Trace t, String name, int limit) {
    return new Counter(t, name, limit, false);
  }

  static Counter failing(Trace t, String name, int limit) {
    return new Counter(t, name, limit, true);
  }

  /** Both classes have the same methods. */
  interface Shapes {
    @Async
    Coroutine<Integer> toTheEnd(Trace t, int limit);

    @Async
    Coroutine<Integer> breaks(Trace t, int at, boolean failing);

    @Async
    Coroutine<String> returns(Trace t, int at, boolean failing) throws IOException;

    @Async
    Coroutine<String> throwsOut(Trace t, int at, boolean failing) throws IOException;

    @Async
    Coroutine<Integer> nested(Trace t, int way);

    @Async
    Coroutine<String> inFinally(Trace t, int way);

    @Async
    Coroutine<Object> resources(Trace t, int way) throws IOException;

    @Async
    Coroutine<Integer> tangled(Trace t, int way);

    @Async
    Coroutine<Object> onlyOnce(Trace t, boolean nothing);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    Shapes shapes = t.isWoven() ? new Loops() : new WrittenOut();
    for (int way = 0; way < 5; way++) {
      try {
        t.log("way", way, await(shapes.toTheEnd(t, way)));
        t.log("breaks", await(shapes.breaks(t, way, false)));
        t.log("returns", await(shapes.returns(t, way, false)));
      } catch (Exception e) {
        t.log(e);
      }
      try {
        t.log("throws", await(shapes.throwsOut(t, way, false)));
      } catch (Exception e) {
        t.log(e, e.getSuppressed().length);
      }
      try {
        t.log("breaks", await(shapes.breaks(t, way, true)));
      } catch (Exception e) {
        t.log(e);
      }
      try {
        t.log("returns", await(shapes.returns(t, way, true)));
      } catch (Exception e) {
        t.log(e);
      }
      try {
        t.log("throws", await(shapes.throwsOut(t, way, true)));
      } catch (Exception e) {
        t.log(e, e.getSuppressed().length);
      }
      t.log("nested", await(shapes.nested(t, way)));
      t.log("in finally", await(shapes.inFinally(t, way)));
      try {
        t.log("resources", await(shapes.resources(t, way)));
      } catch (Exception e) {
        t.log(e, e.getSuppressed().length);
      }
      t.log("tangled", await(shapes.tangled(t, way)));
      t.log("once", await(shapes.onlyOnce(t, way % 2 == 0)));
    }
    try {
      t.log("ten", await(shapes.toTheEnd(t, 10)));
    } catch (IllegalStateException e) {
      t.log(e, e.getSuppressed().length);
    }
    return result();
  }
}
