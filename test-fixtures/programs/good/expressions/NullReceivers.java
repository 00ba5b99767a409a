package expressions;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** A null receiver fails after the arguments, however many of them are awaited. */
public class NullReceivers {
  int field;
  int[] array;

  void take(int v) {}

  @Async
  static Coroutine<NullReceivers> nullRef(Trace t) {
    await(t.pause());
    return result(null);
  }

  @Async
  static Coroutine<Void> attempt(Trace t, int which) {
    NullReceivers none = null;
    NullReceivers some = new NullReceivers();
    int[] noArray = null;
    try {
      switch (which) {
        case 0 -> await(nullRef(t)).take(t.note("argument", 1));
        case 1 -> none.take(await(t.later(1)));
        case 2 -> await(nullRef(t)).field = await(t.later(2));
        case 3 -> none.field += await(t.later(3));
        case 4 -> t.log(await(nullRef(t)).field + await(t.later(4)));
        case 5 -> noArray[t.note("index", 0)] = await(t.later(5));
        case 6 -> noArray[await(t.later(9))] += await(t.later(6));
        case 7 -> some.array[t.note("index", 0)] = await(t.later(7));
        case 8 -> t.log(some.array.length + await(t.later(8)));
        case 9 -> await(t.later((String) null)).concat(await(t.later("x"))).concat("y");
        case 10 -> {
          for (int v : await(t.later((int[]) null))) {
            t.log("not reached", v);
          }
        }
        case 11 -> {
          throw await(t.later((RuntimeException) null));
        }
        case 12 -> {
          switch (await(t.later((String) null))) {
            case "a" -> t.log("not reached");
            default -> t.log("not reached");
          }
        }
        case 13 -> {
          synchronized (await(t.later((Object) null))) {
            t.log("not reached");
          }
        }
        default -> t.log("x" + await(nullRef(t)) + await(t.later((Object) null)));
      }
      t.log("no failure", which);
    } catch (NullPointerException e) {
      t.log("null", which);
    }
    return result();
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    for (int which = 0; which <= 14; which++) {
      await(attempt(t, which));
    }
    return result();
  }
}
