package control;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.function.Supplier;

/** Switch expressions with arrows and yields as values everywhere, nested in one another. */
public class SwitchExpressions {
  @Async
  static Coroutine<String> name(Trace t, int v) {
    String text =
        switch (v) {
          case 0 -> "zero";
          case 1, 2 -> await(t.later("few"));
          case 3 -> {
            String s = "three";
            if (await(t.later(true))) {
              yield s;
            }
            yield await(t.later("not reached"));
          }
          case 4 -> throw new IllegalStateException(await(t.later("four")));
          default ->
              switch (await(t.later(v)) % 3) {
                case 0 -> "many/" + await(t.later(0));
                default -> {
                  for (int i = 0; ; i++) {
                    if (i * i > await(t.later(v))) {
                      yield "root<" + i;
                    }
                  }
                }
              };
        };
    await(t.pause());
    return result(text);
  }

  @Async
  @SuppressWarnings("fallthrough")
  static Coroutine<Long> oldStyle(Trace t, int v) {
    long value =
        switch (await(t.later(v))) {
          case 1:
            await(t.pause());
          case 2:
            yield await(t.later(12L));
          case 3:
            v = await(t.later(30));
          default:
            yield v + await(t.later(1));
        };
    return result(value);
  }

  @Async
  static Coroutine<Boolean> condition(Trace t, int v) {
    if (switch (v) {
      case 0 -> await(t.later(true));
      case 1 -> v == await(t.later(2));
      default -> await(t.later(v)) > 2 && await(t.later(v)) < 4;
    }) {
      return result(true);
    }
    return result(await(t.later(false)));
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    for (int v = 0; v < 8; v++) {
      try {
        t.log(v, await(name(t, v)));
      } catch (IllegalStateException e) {
        t.log(v, e);
      }
    }
    for (int v = 1; v < 5; v++) {
      t.log(await(oldStyle(t, v)));
    }
    t.log(await(condition(t, 0)), await(condition(t, 1)), await(condition(t, 3)));
    Object mixed =
        switch (await(t.later(2))) {
          case 1 -> 1;
          case 2 -> await(t.later(2L));
          default -> 'c';
        };
    t.log("promoted", mixed);
    Supplier<String> lambda =
        switch (await(t.later("b"))) {
          case "a" -> () -> "lambda a";
          default -> {
            String captured = await(t.later("captured"));
            yield () -> "lambda " + captured;
          }
        };
    t.log(lambda.get());
    return result();
  }
}
