package lambdas;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Async methods of local and anonymous classes, local records and enums, with captures. */
public class AsyncLocalClasses {

  abstract static class Shape {
    @Async
    abstract Coroutine<Double> area(Trace t);

    @Async
    Coroutine<String> describe(Trace t) {
      return result(getClass().isAnonymousClass() + " " + await(area(t)));
    }
  }

  enum Operation {
    PLUS {
      @Override
      @Async
      Coroutine<Integer> apply(Trace t, int a, int b) {
        return result(await(t.later(a)) + await(t.later(b)));
      }
    },
    TWICE {
      @Override
      @Async
      Coroutine<Integer> apply(Trace t, int a, int b) {
        return result(await(PLUS.apply(t, a, a)) + 0 * b);
      }
    };

    @Async
    abstract Coroutine<Integer> apply(Trace t, int a, int b);
  }

  private final String name;

  AsyncLocalClasses(String name) {
    this.name = name;
  }

  @Async
  Coroutine<String> local(Trace t, long captured) {
    int before = await(t.later(5));
    class Counter {
      private int count = before;

      @Async
      Coroutine<Integer> add(int n) {
        count += await(t.later(n));
        t.log(name, captured);
        return result(count);
      }
    }
    record Pair(int left, int right) {
      @Async
      Coroutine<Integer> sum(Trace trace) {
        return result(await(trace.later(left)) + await(trace.later(right)));
      }
    }
    Counter counter = new Counter();
    await(counter.add(1));
    await(counter.add(2));
    Shape square =
        new Shape() {
          private final double side = await0(t);

          @Override
          @Async
          Coroutine<Double> area(Trace trace) {
            return result(await(trace.later(side)) * side + captured);
          }
        };
    return result(
        counter.count + " " + await(new Pair(3, 4).sum(t)) + " " + await(square.describe(t)));
  }

  private static double await0(Trace t) {
    return t.note("side", 1.5);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    t.log(await(new AsyncLocalClasses("name").local(t, 1L << 33)));
    for (Operation operation : Operation.values()) {
      t.log(operation, await(operation.apply(t, 20, 1)));
    }
    return result();
  }
}
