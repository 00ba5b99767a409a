package lambdas;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.ArrayList;
import java.util.List;

/** Lambdas that await: captures, nesting, generics, exceptions, and where a lambda can stand. */
public class AsyncLambdas {

  @FunctionalInterface
  interface Step<A, R> {
    @Async
    Coroutine<R> apply(A argument) throws Exception;

    default <S> Step<A, S> then(Step<? super R, S> next) {
      return argument -> next.apply(await(apply(argument)));
    }
  }

  @FunctionalInterface
  interface Wide {
    @Async
    Coroutine<Double> add(long a, double b, int c);
  }

  interface Action extends Step<Trace, Void> {}

  static final Step<Trace, String> CONSTANT = t -> result("constant " + await(t.later(1)));

  private final int base = 100;
  final Step<Trace, Integer> field = t -> result(base + await(t.later(2)));
  final Step<Trace, Integer> fromConstructor;
  static final List<Step<Trace, Object>> LIST = new ArrayList<>();

  static {
    LIST.add(t -> result(await(t.later("static initialiser"))));
    LIST.add(
        t -> {
          Step<Trace, Object> inner = u -> result(await(u.later("inner")) + await(t.later("!")));
          return inner.apply(t);
        });
  }

  AsyncLambdas(int captured) {
    fromConstructor = t -> result(captured * await(t.later(3)) + base);
  }

  @Async
  static <A, R> Coroutine<R> twice(Step<? super A, R> step, A argument) throws Exception {
    await(step.apply(argument));
    return result(await(step.apply(argument)));
  }

  @Async
  Coroutine<String> captures(Trace t, String parameter, long wide) throws Exception {
    int[] counter = {0};
    char letter = await(t.later('x'));
    double d = await(t.later(0.5));
    Step<Integer, String> step =
        n -> {
          counter[0] += await(t.later(n));
          String text = parameter + letter + wide + d + base + counter[0];
          for (int i = 0; i < n; i++) {
            text += await(t.later(i));
          }
          return result(text);
        };
    String first = await(twice(step, 2));
    Wide sum = (a, b, c) -> result(a + b + await(t.later(c)) + wide);
    return result(first + "/" + await(sum.add(1L, 2.5, 3)) + "/" + counter[0]);
  }

  @Async
  static Coroutine<String> failures(Trace t) throws Exception {
    Step<String, String> failing =
        text -> {
          try {
            await(t.fail(new ArithmeticException(text)));
          } catch (ArithmeticException e) {
            t.log("in the lambda", e);
            throw new IllegalStateException(await(t.later("after ")) + text);
          } finally {
            await(t.pause());
          }
          return result("not reached");
        };
    try {
      return result(await(failing.apply("a")));
    } catch (IllegalStateException e) {
      return result(e.getMessage());
    }
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    AsyncLambdas it = new AsyncLambdas(7);
    t.log(await(CONSTANT.apply(t)), await(it.field.apply(t)), await(it.fromConstructor.apply(t)));
    for (Step<Trace, Object> step : LIST) {
      t.log(await(step.apply(t)));
    }
    t.log(await(it.captures(t, "p", 1L << 40)));
    t.log(await(failures(t)));
    Step<Integer, Integer> increment = n -> result(n + await(t.later(1)));
    t.log(await(increment.then(increment).then(n -> result("<" + n + ">")).apply(40)));
    Action action =
        u -> {
          u.log(await(u.later("action")));
          return result();
        };
    t.log(await(action.apply(t)));
    return result();
  }
}
