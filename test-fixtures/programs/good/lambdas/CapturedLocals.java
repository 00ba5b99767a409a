package lambdas;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/** Lambdas capture locals of all types before and after awaits, and outlive the method. */
public class CapturedLocals {
  private String field = "field";

  @Async
  Coroutine<Supplier<String>> all(Trace t, int parameter) {
    boolean z = await(t.later(true));
    byte b = 1;
    char c = await(t.later('c'));
    short s = 2;
    int i = parameter;
    long l = await(t.later(3L));
    float f = 4;
    double d = await(t.later(5.0));
    String r = "r";
    int[] a = {await(t.later(6))};
    await(t.pause());
    Supplier<String> supplier = () -> field + z + b + c + s + i + l + f + d + r + a[0]++;
    t.log(supplier.get());
    await(t.pause());
    field = await(t.later("changed"));
    return result(supplier);
  }

  @Async
  static Coroutine<List<Supplier<Integer>>> inLoop(Trace t) {
    List<Supplier<Integer>> suppliers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      int doubled = await(t.later(i)) * 2;
      suppliers.add(() -> doubled);
    }
    for (String s : List.of("a", "bc")) {
      await(t.pause());
      suppliers.add(() -> s.length());
    }
    return result(suppliers);
  }

  @Async
  static Coroutine<Integer> nested(Trace t) {
    int x = await(t.later(2));
    Function<Integer, Function<Integer, IntUnaryOperator>> curried = a -> b -> c -> a * b + c * x;
    await(t.pause());
    IntUnaryOperator last = curried.apply(await(t.later(3))).apply(await(t.later(4)));
    return result(last.applyAsInt(await(t.later(5))));
  }

  @Async
  static Coroutine<String> effectivelyFinalLater(Trace t, boolean first) {
    String text;
    if (await(t.later(first))) {
      text = "first";
    } else {
      text = await(t.later("second"));
    }
    Supplier<String> supplier = () -> text + "!";
    await(t.pause());
    return result(supplier.get());
  }

  @Async
  static Coroutine<Integer> withArguments(Trace t, List<Integer> values) {
    int threshold = await(t.later(2));
    int count = (int) values.stream().filter(v -> v > threshold).count();
    int[] sum = {0};
    values.forEach(v -> sum[0] += v * count);
    await(t.pause());
    values.forEach(
        v -> {
          int inside = v + threshold;
          sum[0] += inside;
          t.log("inside", inside);
        });
    return result(sum[0]);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    CapturedLocals object = new CapturedLocals();
    Supplier<String> supplier = await(object.all(t, 7));
    t.log(supplier.get(), supplier.get());
    for (Supplier<Integer> s : await(inLoop(t))) {
      t.log(s.get());
    }
    t.log(await(nested(t)), await(withArguments(t, List.of(1, 2, 3, 4))));
    t.log(await(effectivelyFinalLater(t, true)), await(effectivelyFinalLater(t, false)));
    return result();
  }
}
