package types;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.ArrayList;
import java.util.List;

/** Sealed classes visited by async visitors, generic in their result. */
public class SealedVisitors {
  abstract static sealed class Shape {
    abstract <R> Coroutine<R> accept(Trace t, Visitor<R> visitor);
  }

  static final class Circle extends Shape {
    final double radius;

    Circle(double radius) {
      this.radius = radius;
    }

    @Override
    <R> Coroutine<R> accept(Trace t, Visitor<R> visitor) {
      return visitor.circle(t, this);
    }
  }

  static non-sealed class Group extends Shape {
    final Shape[] parts;

    Group(Shape... parts) {
      this.parts = parts;
    }

    @Override
    @Async
    <R> Coroutine<R> accept(Trace t, Visitor<R> visitor) {
      List<R> all = new ArrayList<>();
      for (Shape part : parts) {
        all.add(await(part.accept(t, visitor)));
      }
      return visitor.group(t, this, all);
    }
  }

  interface Visitor<R> {
    @Async
    Coroutine<R> circle(Trace t, Circle circle);

    @Async
    Coroutine<R> group(Trace t, Group group, List<R> parts);
  }

  static class Area implements Visitor<Double> {
    @Override
    @Async
    public Coroutine<Double> circle(Trace t, Circle circle) {
      return result(3 * circle.radius * await(t.later(circle.radius)));
    }

    @Override
    @Async
    public Coroutine<Double> group(Trace t, Group group, List<Double> parts) {
      double sum = 0;
      for (double part : parts) {
        sum += await(t.later(part));
      }
      return result(sum);
    }
  }

  static class Text implements Visitor<String> {
    private int depth;

    @Override
    @Async
    public Coroutine<String> circle(Trace t, Circle circle) {
      return result("o" + await(t.later(depth++)));
    }

    @Override
    @Async
    public Coroutine<String> group(Trace t, Group group, List<String> parts) {
      return result(await(t.later(parts.size())) + parts.toString());
    }
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    Shape shape = new Group(new Circle(1), new Group(), new Group(new Circle(2), new Circle(3)));
    t.log(await(shape.accept(t, new Area())));
    t.log(await(shape.accept(t, new Text())));
    return result();
  }
}
