package patterns;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Pattern switches inside the parts of a try, and tries inside the arms of pattern switches. */
public class PatternsAndTries {
  record Job(String name, int work) {}

  @Async
  static Coroutine<String> inParts(Trace t, Object o) {
    String text = "";
    try {
      text +=
          switch (o) {
            case Job(var name, int work) when work > 0 -> name + 10 / await(t.later(work - 1));
            case Job j -> await(t.<String>fail(new IllegalStateException(j.name())));
            case String s -> throw new IllegalArgumentException(s + await(t.later("!")));
            default -> await(t.later("default"));
          };
    } catch (RuntimeException e) {
      switch (e) {
        case ArithmeticException a -> text += await(t.later("arithmetic"));
        case IllegalStateException s when await(t.later(s.getMessage())).equals("lazy") ->
            text += "lazy";
        case IllegalArgumentException a -> {
          await(t.pause());
          throw a;
        }
        default -> text += e.getMessage();
      }
    } finally {
      text +=
          switch ((Object) text.length()) {
            case Integer i when i > await(t.later(8)) -> "long";
            case Integer i -> "short" + await(t.later(i));
            default -> "not reached";
          };
      t.log("finally", text);
    }
    return result(text);
  }

  @Async
  static Coroutine<Integer> inArms(Trace t, int left, Object o) {
    return result(
        left
            + switch (o) {
              case Job(String name, int work) -> {
                try (AutoCloseable c = () -> t.log("close", name)) {
                  t.log(c != null);
                  yield 100 / await(t.later(work));
                } catch (ArithmeticException e) {
                  yield -await(t.later(1));
                } catch (Exception e) {
                  yield -2;
                } finally {
                  await(t.later(name));
                }
              }
              case String s when !s.isEmpty() -> s.length();
              default -> await(t.later(5));
            });
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    Object[] values = {
      new Job("j", 3), new Job("k", 1), new Job("lazy", 0), new Job("other", -1), "text", 'c'
    };
    for (Object value : values) {
      try {
        t.log(value, await(inParts(t, value)));
      } catch (IllegalArgumentException e) {
        t.log(value, e);
      }
      t.log(value, await(inArms(t, 1000, value)));
    }
    return result();
  }
}
