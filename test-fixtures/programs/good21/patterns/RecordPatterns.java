package patterns;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Record patterns, nested, with primitives and var, in switches and instanceof. */
public class RecordPatterns {
  record Point(int x, long y) {}

  record Line(Point from, Point to) {}

  record Box<T>(T content) {}

  @Async
  static Coroutine<String> ifs(Trace t, Object o) {
    if (o instanceof Line(Point(int x, var y), Point to) && x < await(t.later(10))) {
      await(t.pause());
      return result("line " + x + "," + y + "->" + await(t.later(to)).x());
    }
    if (!(await(t.later(o)) instanceof Box<?>(var content))) {
      return result("no box");
    }
    await(t.pause());
    return result(
        content instanceof Box<?>(String text) && await(t.later(text)).length() > 1
            ? "box of box of " + text
            : "box of " + content);
  }

  @Async
  static Coroutine<Long> switched(Trace t, Object o) {
    long sum = await(t.later(1L));
    sum +=
        switch (o) {
          case Point(int x, long y) when x > await(t.later(5)) -> x * y;
          case Point(int x, long y) -> x + await(t.later(y));
          case Line(Point(var a, var b), Point(var c, var d)) when await(t.later(a)) == c -> b - d;
          case Line(var from, Point(int x, long y)) ->
              await(switched(t, from)) * await(switched(t, new Point(x, y)));
          case Box<?>(Box<?>(Integer i)) -> i + await(t.later(100));
          case Box<?>(Point p) -> {
            Point moved = new Point(p.x() + await(t.later(1)), await(t.later(p.y())));
            yield await(switched(t, moved));
          }
          case Box<?> b -> -1;
          default -> -await(t.later(2));
        };
    await(t.pause());
    return result(sum);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    Point a = new Point(1, 2);
    Point b = new Point(7, 1L << 40);
    Object[] values = {
      a,
      b,
      new Line(a, b),
      new Line(b, a),
      new Line(a, new Point(1, 1)),
      new Box<>(new Box<>(5)),
      new Box<>(new Box<>("text")),
      new Box<>(a),
      new Box<>(null),
      "none"
    };
    for (Object value : values) {
      t.log(value, await(ifs(t, value)), await(switched(t, value)));
    }
    return result();
  }
}
