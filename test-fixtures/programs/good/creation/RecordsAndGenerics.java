package creation;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Records, diamonds and constructors with type arguments, with awaited arguments. */
public class RecordsAndGenerics {
  record Range(int low, int high) {
    Range {
      if (low > high) {
        throw new IllegalArgumentException(low + ">" + high);
      }
    }

    Range(int both) {
      this(both, both);
    }

    @Async
    Coroutine<Range> widened(Trace t, int by) {
      return result(new Range(low - await(t.later(by)), high + await(t.later(by))));
    }
  }

  record Pair<A, B extends Comparable<B>>(A first, B second) {
    static <T extends Comparable<T>> Pair<T, T> twice(T value) {
      return new Pair<>(value, value);
    }
  }

  static class Typed {
    final Object value;

    <T extends Number> Typed(T value, List<? super T> into) {
      this.value = value;
      into.add(value);
    }
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    t.log(new Range(await(t.later(1)), await(t.later(2))), new Range(await(t.later(3))));
    t.log(await(new Range(5, await(t.later(6))).widened(t, await(t.later(2)))));
    try {
      new Range(await(t.later(2)), await(t.later(1)));
    } catch (IllegalArgumentException e) {
      t.log(e);
    }
    Pair<String, Integer> pair = new Pair<>(await(t.later("a")), await(t.later(1)));
    Pair<Pair<String, Integer>, Long> nested =
        new Pair<>(new Pair<>(pair.first(), await(t.later(2))), await(t.later(3L)));
    t.log(pair, nested, Pair.twice(await(t.later("t"))));
    List<Number> numbers = new ArrayList<>();
    Typed typed = new <Integer>Typed(await(t.later(4)), await(t.later(numbers)));
    t.log(typed.value, numbers, new Typed(await(t.later(0.5)), numbers).value);
    Map<String, List<Integer>> map = new TreeMap<>(Map.of(await(t.later("k")), new ArrayList<>()));
    map.get("k").add(await(t.later(7)));
    map.computeIfAbsent(await(t.later("l")), key -> new ArrayList<>()).add(await(t.later(8)));
    t.log(map);
    t.log(new ArrayList<Object>(List.of(new Object[] {await(t.later('c'))})).get(0));
    return result();
  }
}
