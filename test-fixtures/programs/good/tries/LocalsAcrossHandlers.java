package tries;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Locals of all types keep the value they had when the exception was thrown. */
public class LocalsAcrossHandlers {
  @Async
  static Coroutine<String> values(Trace t, int failAt) {
    boolean z = false;
    byte b = 0;
    char c = 'a';
    short s = 0;
    int i = 0;
    long l = 0;
    float f = 0;
    double d = 0;
    String r = null;
    int[] a = null;
    int at = 0;
    try {
      z = await(maybe(t, at++, failAt, true));
      b = await(maybe(t, at++, failAt, (byte) 1));
      c = await(maybe(t, at++, failAt, 'b'));
      s = await(maybe(t, at++, failAt, (short) 2));
      i = await(maybe(t, at++, failAt, 3));
      l = await(maybe(t, at++, failAt, 4L));
      f = await(maybe(t, at++, failAt, 5f));
      d = await(maybe(t, at++, failAt, 6.0));
      r = await(maybe(t, at++, failAt, "r"));
      a = await(maybe(t, at++, failAt, new int[] {7}));
    } catch (IllegalStateException e) {
      t.log("caught at", at, z, b, c, s, i, l, f, d, r, a);
      await(t.pause());
      i += 100;
    } finally {
      t.log("finally at", at, z, b, c, s, i, l, f, d, r, a);
      await(t.pause());
      l += 1000;
    }
    return result("" + z + b + c + s + i + l + f + d + r + (a == null));
  }

  @Async
  static <T> Coroutine<T> maybe(Trace t, int at, int failAt, T value) {
    return result(await(at == failAt ? t.fail(new IllegalStateException()) : t.later(value)));
  }

  @Async
  static Coroutine<Integer> assignedInTry(Trace t, boolean fail) {
    int x;
    String text;
    try {
      x = await(t.later(5));
      if (fail) await(t.fail(new IllegalStateException("text")));
      text = "set";
    } catch (IllegalStateException e) {
      // Neither x nor text is known to be assigned here.
      x = await(t.later(-5));
      text = e.getMessage();
    }
    await(t.pause());
    return result(x + text.length());
  }

  @Async
  static Coroutine<Object> changedType(Trace t, boolean fail) {
    Object o = await(t.later(1));
    try {
      o = "text";
      o = await(fail ? t.<Object>fail(new IllegalStateException()) : t.later((Object) 2.0));
      return result(o);
    } catch (IllegalStateException e) {
      return result(o + "!");
    } finally {
      t.log("o", o, await(t.later(fail)));
    }
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    for (int failAt = -1; failAt < 10; failAt++) {
      t.log(failAt, await(values(t, failAt)));
    }
    t.log(await(assignedInTry(t, false)), await(assignedInTry(t, true)));
    t.log(await(changedType(t, false)), await(changedType(t, true)));
    return result();
  }
}
