package generics;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Awaitable;
import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.ArrayList;
import java.util.List;

/** Where erasure puts a cast, a wrongly typed value fails, and nowhere earlier. */
public class ErasedCasts {
  @SuppressWarnings("unchecked")
  static <T> T lie(Object o) {
    return (T) o;
  }

  @Async
  static <T> Coroutine<T> pass(Trace t, T value) {
    T first = await(t.later(value));
    T second = first;
    await(t.pause());
    return result(second);
  }

  @Async
  static Coroutine<String> attempt(Trace t, int which) {
    List<String> polluted = new ArrayList<>(ErasedCasts.<List<String>>lie(List.of(1)));
    try {
      switch (which) {
        case 0 -> {
          Object fine = await(pass(t, polluted.get(0)));
          t.log("an object is enough", fine);
        }
        case 1 -> {
          Object fine = await(ErasedCasts.<Awaitable<String>>lie(t.later(2)));
          t.log("no cast", fine);
          String broken = await(ErasedCasts.<Awaitable<String>>lie(t.later(3)));
          t.log("not reached", broken);
        }
        case 2 -> t.log(await(pass(t, polluted)).get(await(t.later(0))).length());
        case 3 -> {
          int i = await(ErasedCasts.<Awaitable<Integer>>lie(t.later("text")));
          t.log("not reached", i);
        }
        case 4 -> {
          for (String s : await(pass(t, polluted))) {
            t.log("not reached", s);
          }
        }
        default -> {
          Integer[] array = ErasedCasts.lie(new Integer[] {await(t.later(4))});
          t.log(array[0] + await(t.later(1)));
          String[] wrong = ErasedCasts.lie(await(pass(t, (Object) array)));
          t.log("not reached", wrong.length);
        }
      }
      return result("fine");
    } catch (ClassCastException e) {
      await(t.pause());
      return result("class cast");
    }
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    for (int which = 0; which < 6; which++) {
      t.log(which, await(attempt(t, which)));
    }
    return result();
  }
}
