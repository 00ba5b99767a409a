package generics;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.io.Serializable;

/** Intersection types: bounds, casts, and locals whose type is an intersection. */
public class Intersections {
  interface Named {
    default String name() {
      return getClass().getSimpleName();
    }
  }

  interface Scored {
    int score();
  }

  static class Player implements Named, Scored {
    @Override
    public int score() {
      return 42;
    }
  }

  @Async
  static <T extends Object & Named & Scored> Coroutine<String> show(Trace t, T value) {
    T later = await(t.later(value));
    int score = later.score();
    await(t.pause());
    return result(later.name() + score + await(t.later(value)).score());
  }

  @Async
  static <T extends Number & Comparable<T>> Coroutine<T> clamp(Trace t, T low, T value, T high) {
    if (value.compareTo(await(t.later(low))) < 0) {
      return result(low);
    }
    return result(await(t.later(value)).compareTo(high) > 0 ? await(t.later(high)) : value);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    t.log(await(show(t, new Player())));
    t.log(await(clamp(t, 1, 5, 3)), await(clamp(t, 1.0, 0.5, 3.0)), await(clamp(t, 1L, 2L, 3L)));
    Object o = new Player();
    String both = ((Named & Scored) await(t.later(o))).name();
    t.log(both, ((Scored & Named) o).score() + await(t.later(1)));
    var serialisable = (Runnable & Serializable) () -> t.log("ran");
    await(t.pause());
    serialisable.run();
    t.log(serialisable instanceof Serializable);
    var oneOf = await(t.later(true)) ? 5 : "five";
    await(t.pause());
    t.log(oneOf, oneOf.hashCode());
    try {
      t.log(((Named & Scored) await(t.later((Object) "neither"))).score());
    } catch (ClassCastException e) {
      t.log(e);
    }
    return result();
  }
}
