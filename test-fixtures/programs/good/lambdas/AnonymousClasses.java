package lambdas;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/** Anonymous classes in async bodies: captures, fields, this of both, initialiser blocks. */
public class AnonymousClasses {
  private final String name = "outer";

  @Async
  Coroutine<Iterator<String>> iterator(Trace t, List<String> source) {
    int limit = await(t.later(2));
    Iterator<String> it =
        new Iterator<>() {
          private int at;
          private final String prefix;

          {
            prefix = name + limit;
          }

          @Override
          public boolean hasNext() {
            return at < limit;
          }

          @Override
          public String next() {
            return prefix + source.get(at++) + AnonymousClasses.this.name.length();
          }
        };
    await(t.pause());
    return result(it);
  }

  @Async
  static Coroutine<Comparator<String>> comparator(Trace t, boolean descending) {
    int sign = await(t.later(descending)) ? -1 : 1;
    return result(
        new Comparator<String>() {
          @Override
          public int compare(String a, String b) {
            return sign * a.compareTo(b);
          }
        });
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    Iterator<String> it = await(new AnonymousClasses().iterator(t, List.of("a", "b", "c")));
    while (it.hasNext()) {
      t.log(await(t.later(it.next())));
    }
    List<String> words = new ArrayList<>(List.of("b", "c", "a"));
    words.sort(await(comparator(t, true)));
    t.log(words);
    words.sort(await(comparator(t, await(t.later(false)))));
    t.log(words);
    Object marker =
        new Object() {
          int hidden = 5;

          @Override
          public String toString() {
            return "marker" + hidden;
          }
        };
    await(t.pause());
    t.log(marker);
    var typed =
        new Object() {
          int count;

          int bump() {
            return ++count;
          }
        };
    await(t.pause());
    typed.bump();
    typed.count += await(t.later(10));
    t.log(typed.bump());
    // What reflection says of the class that holds the anonymous one.
    t.log(marker.getClass().getEnclosingMethod().getName(), marker.getClass().getEnclosingClass());
    t.log(marker.getClass().isAnonymousClass(), marker.getClass().getName());
    return result();
  }
}
