package generics;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Collections, optionals and iterators of generic types, filled and read around awaits. */
public class GenericCollections {
  @Async
  static <K, V extends Comparable<V>> Coroutine<Map<V, List<K>>> inverted(Trace t, Map<K, V> map) {
    Map<V, List<K>> inverse = new TreeMap<>();
    for (Map.Entry<K, V> e : map.entrySet()) {
      inverse.computeIfAbsent(await(t.later(e.getValue())), v -> new ArrayList<>()).add(e.getKey());
    }
    return result(inverse);
  }

  @Async
  static <T> Coroutine<Optional<T>> first(Trace t, List<T> list, Predicate<? super T> test) {
    for (T value : list) {
      if (test.test(await(t.later(value)))) {
        return result(Optional.of(value));
      }
    }
    return result(Optional.empty());
  }

  @Async
  static Coroutine<Deque<Integer>> stack(Trace t, String program) {
    Deque<Integer> stack = new ArrayDeque<>();
    for (String word : program.split(" ")) {
      switch (await(t.later(word))) {
        case "+" -> stack.push(stack.pop() + await(t.later(stack.pop())));
        case "-" -> stack.push(-stack.pop() + await(t.later(stack.pop())));
        case "dup" -> stack.push(stack.peek());
        default -> stack.push(Integer.valueOf(word));
      }
    }
    return result(stack);
  }

  @Async
  static Coroutine<int[][]> table(Trace t, List<? extends List<Integer>> rows) {
    int[][] table = new int[rows.size()][];
    int r = 0;
    for (List<Integer> row : rows) {
      table[r] = new int[row.size()];
      int c = 0;
      for (int v : row) {
        table[r][c++] += await(t.later(v)) * (r + 1);
      }
      r++;
    }
    return result(table);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    Map<String, Integer> map = new LinkedHashMap<>();
    map.put("a", 1);
    map.put(await(t.later("b")), await(t.later(2)));
    map.merge("a", await(t.later(1)), Integer::sum);
    t.log(map, await(inverted(t, map)));
    t.log(await(first(t, List.of(1, 2, 3), v -> v > 1)).map(v -> v * 10).orElseThrow());
    t.log(await(first(t, List.of(1, 2), v -> v > 5)).isPresent());
    t.log(await(stack(t, "1 2 + dup 10 -")));
    t.log("table", await(table(t, List.of(List.of(1, 2), List.of(), List.of(3)))));
    Iterator<Integer> it = new ArrayList<>(List.of(1, 2, 3, 4)).iterator();
    int removed = 0;
    while (it.hasNext()) {
      if (await(t.later(it.next())) % 2 == 0) {
        it.remove();
        removed++;
      }
    }
    t.log(removed);
    return result();
  }
}
