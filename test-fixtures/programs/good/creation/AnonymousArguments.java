package creation;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.ArrayList;
import java.util.List;

/** Anonymous classes with awaited constructor arguments, that capture locals and this. */
public class AnonymousArguments {
  abstract static class Shape {
    final double size;
    final String name;

    Shape(double size, String name) {
      this.size = size;
      this.name = name;
    }

    abstract double area();

    String show() {
      return name + size + "=" + area();
    }
  }

  private double factor = 2;

  class Member {
    final long value;

    Member(long value) {
      this.value = value;
    }

    long get() {
      return value;
    }
  }

  @Async
  Coroutine<Shape> scaled(Trace t, int n) {
    int before = await(t.later(n));
    Shape shape =
        new Shape(await(t.later(1.5)), "scaled" + await(t.later(n))) {
          private int calls = before;

          @Override
          double area() {
            return size * factor * before + calls++;
          }
        };
    factor = await(t.later(10.0));
    return result(shape);
  }

  @Async
  static Coroutine<String> nested(Trace t) {
    long captured = await(t.later(5L));
    Shape outer =
        new Shape(
            new Shape(await(t.later(2.0)), "inner") {
              @Override
              double area() {
                return size + captured;
              }
            }.area(),
            await(t.later("outer"))) {
          @Override
          double area() {
            return new Shape(size, name) {
              @Override
              double area() {
                return -size * captured;
              }
            }.area();
          }
        };
    await(t.pause());
    return result(outer.show());
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    AnonymousArguments object = new AnonymousArguments();
    Shape shape = await(object.scaled(t, 3));
    t.log(shape.show(), shape.show(), await(nested(t)));
    int local = await(t.later(4));
    Member member =
        await(t.later(object)).new Member(await(t.later(6L))) {
          @Override
          long get() {
            return super.get() * local;
          }
        };
    t.log(member.get());
    List<Integer> doubled =
        new ArrayList<>(await(t.later(List.of(1, 2)))) {
          private static final long serialVersionUID = 1;

          @Override
          public Integer get(int i) {
            return 2 * super.get(i);
          }
        };
    t.log(doubled.get(await(t.later(1))));
    return result();
  }
}
