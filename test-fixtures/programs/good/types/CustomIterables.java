package types;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Iterables that are records, anonymous, generic or lambdas, closed over by async loops. */
public class CustomIterables {
  record Range(int from, int to) implements Iterable<Integer> {
    @Override
    public Iterator<Integer> iterator() {
      return new Iterator<>() {
        private int next = from;

        @Override
        public boolean hasNext() {
          return next < to;
        }

        @Override
        public Integer next() {
          if (!hasNext()) {
            throw new NoSuchElementException();
          }
          return next++;
        }
      };
    }
  }

  static <T> Iterable<T> repeated(T value, int times) {
    return () -> java.util.Collections.nCopies(times, value).iterator();
  }

  @Async
  static Coroutine<Integer> pairs(Trace t, Range a, Range b) {
    int count = 0;
    rows:
    for (int x : a) {
      for (int y : b) {
        if (x * y > await(t.later(6))) {
          continue rows;
        }
        if (x + y == 7) {
          break rows;
        }
        count += await(t.later(x * y));
      }
    }
    return result(count);
  }

  @Async
  static <I extends Iterable<? extends CharSequence> & Serializable> Coroutine<String> join(
      Trace t, I parts) {
    StringBuilder text = new StringBuilder();
    for (CharSequence part : parts) {
      text.append(part).append(await(t.later(part.length())));
    }
    return result(text.toString());
  }

  @Async
  static Coroutine<Integer> failing(Trace t) {
    int seen = 0;
    Iterable<Integer> broken =
        () -> {
          t.log("iterator");
          throw new IllegalStateException("no iterator");
        };
    try {
      for (int v : broken) {
        seen += await(t.later(v));
      }
    } catch (IllegalStateException e) {
      seen = await(t.later(-1));
    }
    return result(seen);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    t.log(await(pairs(t, new Range(1, 5), new Range(2, 5))));
    t.log(await(join(t, new ArrayList<>(List.of("a", new StringBuilder("bc"))))));
    for (String s : repeated(await(t.later("r")), await(t.later(2)))) {
      t.log(s, await(t.later(s)));
    }
    t.log(await(failing(t)));
    Iterator<Integer> it = new Range(0, 1).iterator();
    it.next();
    try {
      await(t.later(it.next()));
    } catch (NoSuchElementException e) {
      t.log(e);
    }
    return result();
  }
}
