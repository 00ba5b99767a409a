package control;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import java.util.List;

/** Switches on strings, old and new, with colliding hash codes and an awaited selector. */
public class StringSwitch {
  @Async
  @SuppressWarnings("fallthrough")
  static Coroutine<String> old(Trace t, String s) {
    String out = "";
    switch (await(t.later(s))) {
      case "Aa":
        out += await(t.later("one"));
      case "BB":
        out += await(t.later("two"));
        break;
      case "":
        await(t.pause());
        return result("empty");
      case "C#" + "x":
        out += 3;
      // falls through
      default:
        out += await(t.later("other"));
      case "last":
        out += "last";
    }
    await(t.pause());
    return result(out);
  }

  @Async
  static Coroutine<Integer> arrows(Trace t, String s) {
    return result(
        switch (s + await(t.later("!"))) {
          case "Aa!", "AaBB!" -> await(t.later(1));
          case "BB!" -> {
            int n = await(t.later(2));
            yield n + await(t.later(20));
          }
          case "!" -> 3;
          default -> s.length() + await(t.later(100));
        });
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    for (String s : List.of("Aa", "BB", "AaBB", "BBAa", "", "C#x", "last", "x")) {
      t.log(s, await(old(t, s)), await(arrows(t, s)));
    }
    return result();
  }
}
