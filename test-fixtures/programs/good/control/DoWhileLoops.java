package control;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Do-while loops: the condition is awaited, continue jumps to it, break does not. */
public class DoWhileLoops {
  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    int i = 0;
    do {
      i++;
      if (i == 2) {
        t.log("continue");
        continue;
      }
      if (i == await(t.later(4))) {
        t.log("break");
        break;
      }
      t.log("body", i, await(t.later(i)));
    } while (await(t.later(i)) < 10);
    t.log("after", i);
    do {
      int scoped = await(t.later(i * 2));
      i = scoped;
    } while (i < 30);
    t.log(i);
    do i -= await(t.later(20));
    while (i > 0);
    t.log(i);
    int outer = 0;
    do {
      int inner = 0;
      do {
        t.log(outer, inner);
        if (await(t.later(inner)) == outer) continue;
        inner += 10;
      } while (++inner < 3);
    } while (await(t.later(++outer)) < 3);
    do {
      await(t.pause());
    } while (false);
    return result();
  }
}
