package tries;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Return, throw, break and continue out of a finally override what was under way. */
public class FinallyOverrides {
  @Async
  @SuppressWarnings("finally")
  static Coroutine<String> overriding(Trace t, int enter, int leave) {
    String text = "";
    outer:
    for (int i = 0; i < 2; i++) {
      text += i;
      for (int j = 0; j < 2; j++) {
        try {
          text += await(t.later("t"));
          switch (enter) {
            case 0:
              throw new IllegalStateException("enter " + await(t.later(enter)));
            case 1:
              await(t.fail(new IllegalStateException("awaited")));
              break;
            case 2:
              return result(text + "R");
            case 3:
              break outer;
            case 4:
              continue outer;
            default:
              text += "n";
          }
        } finally {
          text += await(t.later("f"));
          switch (leave) {
            case 0:
              throw new IllegalArgumentException(text + await(t.later("leave")));
            case 1:
              return result(text + await(t.later("r")));
            case 2:
              break outer;
            case 3:
              continue outer;
            case 4:
              continue;
            default:
              text += "-";
          }
        }
        text += "e";
      }
    }
    await(t.pause());
    return result(text);
  }

  @Async
  @SuppressWarnings("finally")
  static Coroutine<Integer> swallow(Trace t) {
    while (true) {
      try {
        try {
          await(t.fail(new IllegalStateException("swallowed")));
        } finally {
          await(t.fail(new IllegalArgumentException("swallowed too")));
        }
      } finally {
        await(t.pause());
        break;
      }
    }
    return result(await(t.later(1)));
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    for (int enter = 0; enter <= 5; enter++) {
      for (int leave = 0; leave <= 5; leave++) {
        try {
          t.log(enter, leave, await(overriding(t, enter, leave)));
        } catch (RuntimeException e) {
          t.log(enter, leave, e);
        }
      }
    }
    t.log(await(swallow(t)));
    return result();
  }
}
