package tries;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Synchronized blocks inside the parts of a try, between its awaits. */
public class SynchronizedAndTry {
  @Async
  static Coroutine<Integer> mixed(Trace t, Object lock, int which) {
    int x = await(t.later(1));
    try {
      synchronized (lock) {
        if (which == 0) throw new IllegalStateException("held");
        if (which == 1) return result(x);
        x += 10;
      }
      await(which == 2 ? t.fail(new IllegalStateException("awaited")) : t.pause());
    } catch (IllegalStateException e) {
      t.log(e, Thread.holdsLock(lock));
      await(t.pause());
      synchronized (lock) {
        x += 100;
      }
    } finally {
      synchronized (lock) {
        try {
          x += 1000;
          if (which == 3) throw new IllegalArgumentException("in finally");
        } finally {
          t.log("x", x, Thread.holdsLock(lock));
        }
      }
      await(t.later("end of finally"));
    }
    return result(x);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    Object lock = new Object();
    for (int which = 0; which < 5; which++) {
      try {
        t.log(which, await(mixed(t, lock, which)));
      } catch (IllegalArgumentException e) {
        t.log(which, e, Thread.holdsLock(lock));
      }
    }
    return result();
  }
}
