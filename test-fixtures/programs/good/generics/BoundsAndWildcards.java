package generics;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Type variables with bounds and wildcards as parameters, locals and results. */
public class BoundsAndWildcards {
  @Async
  static <T extends Comparable<? super T>> Coroutine<T> max(Trace t, Iterable<? extends T> values) {
    T best = null;
    for (T value : values) {
      if (best == null || value.compareTo(await(t.later(best))) > 0) {
        best = await(t.later(value));
      }
    }
    return result(best);
  }

  @Async
  static <T> Coroutine<Void> copy(Trace t, List<? extends T> from, List<? super T> to) {
    for (int i = 0; i < from.size(); i++) {
      to.add(await(t.later(from.get(i))));
    }
    return result();
  }

  @Async
  static Coroutine<Double> sum(Trace t, Map<?, ? extends Collection<? extends Number>> map) {
    double sum = 0;
    for (Map.Entry<?, ? extends Collection<? extends Number>> entry : map.entrySet()) {
      for (Number n : entry.getValue()) {
        sum += await(t.later(n)).doubleValue() + entry.getKey().toString().length();
      }
    }
    return result(sum);
  }

  @Async
  static Coroutine<Void> reverse(Trace t, List<?> list) {
    // The wildcard is captured by the other method.
    return reverseCaptured(t, list);
  }

  @Async
  private static <E> Coroutine<Void> reverseCaptured(Trace t, List<E> list) {
    for (int i = 0, j = list.size() - 1; i < j; i++, j--) {
      E e = list.get(i);
      list.set(i, await(t.later(list.get(j))));
      list.set(j, e);
    }
    return result();
  }

  @Async
  static Coroutine<? super Integer> unknown(Trace t) {
    return result((Number) await(t.later(5)));
  }

  @Async
  static Coroutine<?> anything(Trace t, boolean text) {
    return text ? result(await(t.later("text"))) : result(await(t.later(7L)));
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    t.log(await(max(t, List.of(3, 9, 4))), await(max(t, Set.of("only"))));
    List<Object> objects = new ArrayList<>();
    await(copy(t, List.of(1, 2), objects));
    await(BoundsAndWildcards.<CharSequence>copy(t, List.of("x"), objects));
    await(reverse(t, objects));
    t.log(objects, await(sum(t, new TreeMap<>(Map.of("k", List.of(1, 2.5), "kk", Set.of(3L))))));
    Object unknown = await(unknown(t));
    Object anything = await(anything(t, true));
    t.log(unknown, anything, await(anything(t, false)));
    List<? extends List<? super Integer>> nested = List.of(new ArrayList<Number>(List.of(1.5)));
    nested.get(0).add(await(t.later(6)));
    Object first = nested.get(await(t.later(0))).get(0);
    t.log(nested, first);
    return result();
  }
}
