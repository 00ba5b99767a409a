package generics;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.AsyncIterable;
import io.jasyncio.AsyncIterator;
import io.jasyncio.Coroutine;
import io.jasyncio.StopAsyncIteration;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.io.Serializable;
import java.util.List;

/** Loops over type variables that are bounded by async iterables, alone and with other bounds. */
public class AsyncForBounds {

  static class Values<T> implements AsyncIterator<T>, Serializable {
    private final transient Trace t;
    private final List<T> values;
    private int next;

    Values(Trace t, List<T> values) {
      this.t = t;
      this.values = values;
    }

    @Override
    @Async
    public Coroutine<T> anext() {
      if (next == values.size()) {
        throw new StopAsyncIteration();
      }
      return result(await(t.later(values.get(next++))));
    }
  }

  @Async
  static <S extends AsyncIterable<Integer>> Coroutine<Integer> one(S source) {
    int sum = 0;
    for (int value : source) {
      sum += value;
    }
    return result(sum);
  }

  @Async
  static <T extends Comparable<T>, S extends AsyncIterable<? extends T> & Serializable>
      Coroutine<T> several(Trace t, S source) {
    T largest = null;
    for (T value : source) {
      await(t.pause());
      if (largest == null || value.compareTo(largest) > 0) {
        largest = value;
      }
    }
    return result(largest);
  }

  @Async
  static <S extends Values<String> & Cloneable> Coroutine<String> classAndInterface(S source) {
    String all = "";
    for (String value : source) {
      all += value;
    }
    return result(all);
  }

  static final class Texts extends Values<String> implements Cloneable {
    Texts(Trace t) {
      super(t, List.of("x", "y"));
    }
  }

  @Async
  public static Coroutine<Void> run(Trace t) {
    t.log(await(one(new Values<>(t, List.of(1, 2, 3)))));
    t.log(await(several(t, new Values<>(t, List.of("a", "c", "b")))));
    t.log(await(classAndInterface(new Texts(t))));
    return result();
  }
}
