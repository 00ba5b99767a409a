package control;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Assertions (the programs run with -ea) with awaits in the condition and in the message. */
public class Assertions {
  interface InInterface {
    @Async
    static Coroutine<Void> check(Trace t, int v) {
      assert await(t.later(v)) > 0 : "interface " + await(t.later(v));
      t.log("held in an interface");
      return result();
    }
  }

  static class Nested {
    int value = 5;

    @Async
    Coroutine<Void> check(Trace t, int v) {
      assert value == await(t.later(v)) && await(t.later(value)) == 5 : await(t.later('m'));
      t.log("held in a nested class");
      return result();
    }
  }

  @Async
  static Coroutine<Void> check(Trace t, int which) {
    assert which != 0;
    assert await(t.later(which)) != 1;
    assert which != 2 : await(t.later("message"));
    assert await(t.later(which)) != 3 : "text " + await(t.later(3L)) + await(t.later(which));
    assert await(t.later(which)) != 4 : await(t.later(4));
    assert which != 5 : await(t.later(5.5));
    assert which != 6 : await(t.later(new IllegalStateException("as cause")));
    assert which != 7 : await(t.<Object>fail(new IllegalArgumentException("message fails")));
    assert await(t.later(which)) != 8 || await(t.later(false)) : null;
    assert switch (which) {
          case 9 -> await(t.later(false));
          default -> true;
        }
        : switch (await(t.later(which))) {
          case 9 -> "nine" + await(t.later("!"));
          default -> "not reached";
        };
    return result();
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    for (int which = 0; which <= 10; which++) {
      try {
        await(check(t, which));
        t.log(which, "held");
      } catch (AssertionError e) {
        t.log(which, e, e.getCause());
      } catch (IllegalArgumentException e) {
        t.log(which, e);
      }
    }
    for (int v : new int[] {5, 0}) {
      try {
        await(InInterface.check(t, v));
        await(new Nested().check(t, v));
      } catch (AssertionError e) {
        t.log(e);
      }
    }
    try {
      await(new Nested().check(t, 4));
    } catch (AssertionError e) {
      t.log(e);
    }
    return result();
  }
}
