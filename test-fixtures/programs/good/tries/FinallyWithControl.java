package tries;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Whole control structures live inside finally: loops, switches, tries, labelled blocks. */
public class FinallyWithControl {
  @Async
  static Coroutine<String> rich(Trace t, int which) {
    String text = "";
    try {
      if (which == 0) throw new IllegalStateException("zero");
      if (which == 1) return result(await(t.later("one")));
      text += await(t.later("body"));
    } finally {
      for (int i = 0; i < 2; i++) {
        switch (which + i) {
          case 0:
            text += await(t.later("a"));
            break;
          case 1:
            text += await(t.later("b"));
            continue;
          default:
            label:
            {
              if (await(t.later(i)) == 0) break label;
              text +=
                  switch (which) {
                    case 1 -> await(t.later("c"));
                    case 2 -> {
                      try {
                        yield await(t.<String>fail(new ArithmeticException()));
                      } catch (ArithmeticException e) {
                        yield "d" + await(t.later("e"));
                      }
                    }
                    default -> "x";
                  };
            }
        }
        text += i;
      }
      boolean flag = await(t.later(true)) && text.length() > 3;
      text += flag ? await(t.later("long")) : "short";
      t.log("finally", text);
    }
    return result(text);
  }

  @Async
  static Coroutine<Integer> withLocals(Trace t, boolean fail) {
    int a = 1;
    try {
      int b = await(t.later(2));
      long c = b * 2L;
      if (fail) {
        throw new IllegalStateException("" + c);
      }
      a += b + (int) c;
    } finally {
      // These reuse the slots of b and c, with other types.
      String b = await(t.later("b"));
      double c = await(t.later(0.5));
      int d = await(t.later(b.length()));
      t.log(b, c, d, a);
    }
    int b = await(t.later(a));
    return result(b);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    for (int which = 0; which < 4; which++) {
      try {
        t.log(which, await(rich(t, which)));
      } catch (IllegalStateException e) {
        t.log(which, e);
      }
    }
    t.log(await(withLocals(t, false)));
    try {
      await(withLocals(t, true));
    } catch (IllegalStateException e) {
      t.log(e);
    }
    return result();
  }
}
