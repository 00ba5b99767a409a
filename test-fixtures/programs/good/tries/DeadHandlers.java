package tries;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Handlers of code that cannot throw: javac writes them, and nothing leads to them. */
@SuppressWarnings("finally")
public class DeadHandlers {
  @Async
  static Coroutine<Integer> unboxed(int which) {
    if (which == 0) {
      return result(2);
    }
    choice:
    switch (which) {
      case 1:
        try {
          break choice;
        } finally {
          return result((int) 1);
        }
    }
    return result((int) 3);
  }

  @Async
  static Coroutine<Long> nested(Trace t, int which) {
    out:
    {
      try {
        break out;
      } finally {
        try {
          if (which > 1) {
            return result(await(t.later(5L)));
          }
          break out;
        } finally {
          await(t.pause());
          return result((long) which);
        }
      }
    }
  }

  @Async
  public static Coroutine<Void> run(Trace t) {
    for (int which = 0; which < 3; which++) {
      t.log("unboxed", await(unboxed(which)));
      t.log("nested", await(nested(t, which)));
      Coroutine<Integer> made = unboxed(which);
      t.log("made", await(made));
    }
    return result();
  }
}
