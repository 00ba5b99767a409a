package control;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Source that is odd but legal: empty statements, nested blocks, dead ends, unused results. */
public class UnusualSource {
  @Async
  static Coroutine<Integer> blocks(Trace t) {
    int sum = 0;
    {
      int x = await(t.later(1));
      sum += x;
      {
        {
          long y = await(t.later(2L));
          sum += (int) y;
        }
      }
      ;
      ;
    }
    {
      String x = await(t.later("x"));
      sum += x.length();
    }
    {
    }
    return result(sum);
  }

  @Async
  static Coroutine<Integer> constantConditions(Trace t) {
    if (true) {
      await(t.later("always"));
    }
    if (false) {
      await(t.later("never"));
    }
    while (true) {
      if (true) break;
    }
    do {
      if (await(t.later(true))) continue;
      t.log("not reached");
    } while (false);
    int x = true ? await(t.later(1)) : await(t.later(2));
    return result(x);
  }

  @Async
  static Coroutine<Integer> unusedAndRepeated(Trace t) {
    int unused = await(t.later(1));
    int assignedTwice = await(t.later(2));
    assignedTwice = await(t.later(3));
    return result((assignedTwice));
  }

  @Async
  static Coroutine<Integer> comments /* here */(final Trace t /* and here */, final int... v) {
    return result(/* first */ await(/* second */ t.later(v.length)) /* third */);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    t.log(await(blocks(t)), await(constantConditions(t)), await(unusedAndRepeated(t)));
    t.log(await(comments(t, 1, 2, 3)), (await((t.later(((5)))))));
    int \u0061bc = await(t.later(1));
    t.log(abc);
    return result();
  }
}
