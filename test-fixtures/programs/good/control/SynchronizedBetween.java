package control;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Synchronized blocks between awaits, left normally, by return, break and exception. */
public class SynchronizedBetween {
  private final Object lock = new Object();
  private int value;

  synchronized int next() {
    return ++value;
  }

  @Async
  Coroutine<Integer> between(Trace t, int which) {
    int before = await(t.later(which));
    synchronized (lock) {
      value += before;
      t.log("held", Thread.holdsLock(lock));
    }
    t.log("released", !Thread.holdsLock(lock));
    await(t.pause());
    for (int i = 0; i < 3; i++) {
      int step = await(t.later(i));
      synchronized (this) {
        if (step == which) break;
        synchronized (lock) {
          if (which == 7) continue;
          value += 10;
        }
        if (which == 8) throw new IllegalStateException("inside");
        if (which == 9) return result(value);
      }
      t.log("step", step);
    }
    t.log("released", !Thread.holdsLock(lock), !Thread.holdsLock(this));
    return result(await(t.later(value)) + next());
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    SynchronizedBetween object = new SynchronizedBetween();
    for (int which : new int[] {0, 1, 5, 7, 8, 9}) {
      try {
        t.log(which, await(object.between(t, which)));
      } catch (IllegalStateException e) {
        t.log(which, e, Thread.holdsLock(object), Thread.holdsLock(object.lock));
      }
    }
    synchronized (await(t.later(object))) {
      t.log("the monitor's expression may be awaited", Thread.holdsLock(object));
    }
    await(t.pause());
    return result();
  }
}
