package patterns;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Guards of patterns that await, fail, assign nothing and fall to the next case. */
public class Guards {
  enum Level {
    LOW,
    HIGH
  }

  @Async
  static Coroutine<Boolean> asked(Trace t, String question, boolean answer) {
    t.log("asked", question);
    await(t.pause());
    return result(answer);
  }

  @Async
  static Coroutine<String> classify(Trace t, Object o) {
    return result(
        switch (o) {
          case Integer i when i < await(t.later(0)) -> "negative " + i;
          case Integer i when i == 0 || await(asked(t, "is " + i + " small?", i < 10)) -> {
            int doubled = i * await(t.later(2));
            yield "small " + doubled;
          }
          case Integer i when await(asked(t, "is it even?", i % 2 == 0)) && i > 100 -> "even " + i;
          case Integer i -> "rest " + await(t.later(i));
          case String s when s.length() > await(t.later(3)) -> s.substring(await(t.later(1)));
          case String s when await(asked(t, s, s.isEmpty())) -> "empty";
          case String s -> s;
          case Level l when l == await(t.later(Level.LOW)) -> "low";
          case Level l -> "level " + l;
          case null, default -> "other " + await(t.later(o));
        });
  }

  @Async
  static Coroutine<String> failing(Trace t, Object o) {
    try {
      switch (o) {
        case Integer i
        when 10 / await(t.later(i)) > 3:
          return result("large quotient");
        case Integer i
        when await(i > 50 ? t.fail(new IllegalStateException()) : t.later(true)):
          return result("guard held");
        default:
          return result("default");
      }
    } catch (ArithmeticException e) {
      return result("guard divided by zero" + await(t.later("!")));
    } catch (IllegalStateException e) {
      return result("guard failed");
    }
  }

  @Async
  static Coroutine<Integer> onStack(Trace t, long left, Object o) {
    return result(
        (int)
            (left
                * (1
                    + switch (o) {
                      case String s when await(asked(t, "long?", s.length() > 2)) ->
                          await(t.later(100L));
                      case String s when s.length() == await(t.later(2)) -> 10;
                      case CharSequence c -> c.length();
                      default -> throw new IllegalArgumentException(await(t.later("no text")));
                    })));
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    Object[] values = {
      -1, 0, 5, 11, 101, 102, "long one", "", "abc", Level.LOW, Level.HIGH, null, 'x'
    };
    for (Object value : values) {
      t.log(value, await(classify(t, value)));
    }
    for (int v : new int[] {0, 1, 10, 60}) {
      t.log(v, await(failing(t, v)));
    }
    for (Object o : new Object[] {"abc", "ab", "", new StringBuilder("12345"), 6}) {
      try {
        t.log(o, await(onStack(t, 1000, o)));
      } catch (IllegalArgumentException e) {
        t.log(o, e);
      }
    }
    return result();
  }
}
