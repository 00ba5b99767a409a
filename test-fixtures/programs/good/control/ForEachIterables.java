package control;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** For-each over Iterables, the expression awaited, awaits in the body, iterators that tell. */
public class ForEachIterables {
  /** Counts down and says when it is asked. */
  static final class Countdown implements Iterable<Integer> {
    private final Trace trace;
    private final int from;

    Countdown(Trace trace, int from) {
      this.trace = trace;
      this.from = from;
    }

    @Override
    public Iterator<Integer> iterator() {
      trace.log("iterator");
      return new Iterator<>() {
        private int next = from;

        @Override
        public boolean hasNext() {
          trace.log("hasNext", next > 0);
          return next > 0;
        }

        @Override
        public Integer next() {
          return trace.note("next", next--);
        }
      };
    }
  }

  @Async
  static Coroutine<Iterable<Integer>> countdown(Trace t, int from) {
    await(t.pause());
    return result(new Countdown(t, from));
  }

  @Async
  static Coroutine<Integer> find(Trace t, Map<String, List<Integer>> map, int wanted) {
    int seen = 0;
    for (Map.Entry<String, List<Integer>> entry : map.entrySet()) {
      for (int v : await(t.later(entry.getValue()))) {
        seen++;
        if (await(t.later(v)) == wanted) {
          t.log("found in", entry.getKey());
          return result(seen);
        }
      }
    }
    return result(-seen);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    for (int i : await(countdown(t, 3))) {
      t.log(await(t.later(i * 2L)));
      if (i == 2) continue;
      t.log("body", i);
    }
    for (Integer i : new Countdown(t, await(t.later(5)))) {
      if (await(t.later(i)) == 4) break;
    }
    Map<String, List<Integer>> map = new TreeMap<>();
    map.put("a", List.of(1, 2));
    map.put("b", List.of(3));
    t.log(await(find(t, map, 3)), await(find(t, map, 9)));
    List<String> list = new ArrayList<>(List.of("x", "y", "z"));
    try {
      for (String s : list) {
        if (await(t.later(s)).equals("x")) {
          list.remove("x");
        }
      }
    } catch (java.util.ConcurrentModificationException e) {
      t.log(e, list);
    }
    for (char c : List.of('a', 'b')) {
      t.log(c + await(t.later(1)));
    }
    for (String s : (Iterable<String>) List.of("only")::iterator) {
      t.log(await(t.later(s)));
    }
    return result();
  }
}
