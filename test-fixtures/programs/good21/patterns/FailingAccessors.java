package patterns;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** An accessor that fails while a record pattern is matched fails with a MatchException. */
public class FailingAccessors {
  record Explosive(int value, String text) {
    @Override
    public int value() {
      if (value < 0) {
        throw new IllegalStateException("negative");
      }
      return value;
    }
  }

  @Async
  static Coroutine<String> match(Trace t, Object o) {
    String text = "start";
    try {
      text = await(t.later("tried"));
      switch (o) {
        case Explosive(int v, String s) when v > await(t.later(5)) -> text += s + await(t.later(v));
        case Explosive(var v, var s) -> text += v + await(t.later(s));
        default -> text += await(t.later("default"));
      }
    } catch (MatchException e) {
      text += " match " + e.getCause().getMessage() + await(t.later("!"));
    } finally {
      t.log("finally", text, await(t.later(1)));
    }
    if (text.length() > 12 && o instanceof Explosive(int again, var s)) {
      text += again + await(t.later(s));
    }
    return result(text);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    t.log(await(match(t, new Explosive(9, "nine"))), await(match(t, new Explosive(1, "one"))));
    try {
      t.log(await(match(t, new Explosive(-1, "minus"))));
    } catch (MatchException e) {
      t.log(e.getClass(), e.getCause());
    }
    t.log(await(match(t, null instanceof Object ? "" : "text")));
    return result();
  }
}
