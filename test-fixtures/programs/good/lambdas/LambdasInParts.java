package lambdas;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/** Lambdas made in conditions, finally, catch, switch arms, arguments and array initialisers. */
public class LambdasInParts {
  static int apply(int before, IntUnaryOperator f, int after) {
    return f.applyAsInt(before) + after;
  }

  @Async
  static Coroutine<List<Supplier<String>>> parts(Trace t, boolean fail) {
    List<Supplier<String>> made = new ArrayList<>();
    String text = await(t.later("try"));
    try {
      made.add(() -> "in " + text);
      if (fail) {
        await(t.fail(new IllegalStateException("fail")));
      }
    } catch (IllegalStateException e) {
      int length = await(t.later(e.getMessage())).length();
      made.add(() -> e.getMessage() + length);
    } finally {
      int size = await(t.later(made.size()));
      made.add(() -> "finally " + size + fail);
    }
    return result(made);
  }

  @Async
  static Coroutine<Integer> recursion(Trace t, int n) {
    IntUnaryOperator[] factorial = new IntUnaryOperator[1];
    factorial[await(t.later(0))] = v -> v < 2 ? 1 : v * factorial[0].applyAsInt(v - 1);
    await(t.pause());
    return result(factorial[0].applyAsInt(await(t.later(n))));
  }

  @Async
  static <T, R> Coroutine<List<R>> mapped(Trace t, List<T> values, Function<? super T, R> f) {
    List<R> out = new ArrayList<>();
    for (T value : values) {
      out.add(f.apply(await(t.later(value))));
    }
    return result(out);
  }

  @Async
  static <T, R> Coroutine<List<R>> mappedLater(
      Trace t, List<T> values, Function<T, Coroutine<R>> f) {
    List<R> out = new ArrayList<>();
    for (T value : values) {
      out.add(await(f.apply(value)));
    }
    return result(out);
  }

  @Async
  static Coroutine<Integer> half(Trace t, Integer v) {
    await(t.pause());
    return result(v / 2);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    for (boolean fail : new boolean[] {false, true}) {
      for (Supplier<String> supplier : await(parts(t, fail))) {
        t.log(supplier.get());
      }
    }
    int k = await(t.later(10));
    t.log(apply(await(t.later(1)), v -> v + k, await(t.later(100))));
    t.log(apply(1, await(t.later(true)) ? v -> v - k : v -> v, await(t.later(100))));
    IntUnaryOperator[] operators = {v -> v * k, await(t.later((IntUnaryOperator) v -> v + 1))};
    t.log(operators[await(t.later(1))].applyAsInt(operators[0].applyAsInt(await(t.later(5)))));
    t.log(await(recursion(t, 5)));
    t.log(await(mapped(t, List.of(1, 2), v -> "v" + v * k)));
    t.log(await(mappedLater(t, List.of(4, 6), v -> half(t, v + k))));
    Callable<String> checked = () -> await0(k);
    t.log(checked.call() + await(t.later("!")));
    t.log(((Supplier<Integer>) () -> k).get() + await(t.later(1)));
    return result();
  }

  static String await0(int v) throws IOException {
    return "checked" + v;
  }
}
