package control;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Break out of labelled blocks and ifs, with awaits before and after. */
public class LabelledBlocks {
  @Async
  static Coroutine<Integer> leave(Trace t, int level) {
    int passed = 0;
    one:
    {
      await(t.pause());
      two:
      {
        three:
        if (level > 0) {
          passed += await(t.later(1));
          if (level == 1) break three;
          if (level == 2) break two;
          passed += await(t.later(10));
          if (level == await(t.later(3))) break one;
        } else {
          break one;
        }
        passed += await(t.later(100));
      }
      passed += await(t.later(1000));
    }
    await(t.pause());
    lonely:
    passed += await(t.later(0));
    tried:
    try {
      if (level == 4) break tried;
      passed++;
    } finally {
      await(t.later("finally"));
    }
    return result(passed);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    for (int level = 0; level < 6; level++) {
      t.log(level, await(leave(t, level)));
    }
    return result();
  }
}
