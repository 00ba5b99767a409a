package methods;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.function.Function;

/** Async methods of records: instance, static, generic, implementing an interface. */
public class Records {
  interface Area {
    @Async
    Coroutine<Double> area(Trace t);
  }

  record Rectangle(double width, double height) implements Area {
    static int made;

    Rectangle {
      made++;
    }

    @Override
    @Async
    public Coroutine<Double> area(Trace t) {
      return result(width * await(t.later(height())));
    }

    @Async
    static Coroutine<Rectangle> square(Trace t, double side) {
      return result(new Rectangle(side, await(t.later(side))));
    }
  }

  record Pair<A, B>(A a, B b) {
    @Async
    <C> Coroutine<Pair<C, B>> withFirst(Trace t, Function<? super A, ? extends Coroutine<C>> f) {
      C c = await(f.apply(a));
      await(t.pause());
      return result(new Pair<>(c, b));
    }

    @Async
    Coroutine<Pair<B, A>> swapped(Trace t) {
      return result(new Pair<>(await(t.later(b)), await(t.later(a))));
    }
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    Rectangle.made = 0;
    Area area = new Rectangle(2, await(t.later(3.0)));
    t.log(area, await(area.area(t)), await(Rectangle.square(t, 1.5)), Rectangle.made);
    Pair<Integer, String> pair = new Pair<>(1, "b");
    t.log(await(pair.swapped(t)));
    t.log(await(pair.withFirst(t, v -> new Rectangle(v, v).area(t))));
    return result();
  }
}
