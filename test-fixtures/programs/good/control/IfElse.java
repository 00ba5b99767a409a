package control;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Awaits in conditions and branches of if statements, nested and without braces. */
public class IfElse {
  @Async
  static Coroutine<String> classify(Trace t, int v) {
    if (await(t.later(v)) < 0) {
      return result("negative");
    } else if (v == await(t.later(0))) {
      await(t.pause());
      return result("zero");
    }
    String text = "positive";
    if (v % 2 == 0) {
      if (v > await(t.later(10))) text = await(t.later("large ")) + text;
      else text = "small " + text;
    } else if (await(t.later(v)) > 10)
      ;
    else {
      text += "?";
    }
    if (await(t.later(v)) == 12) return result(text + "!");
    await(t.pause());
    return result(text);
  }

  @Async
  static Coroutine<Void> onlyOneBranchSuspends(Trace t, boolean left) {
    int x = 1;
    if (left) {
      x += await(t.later(10));
    } else {
      x += 20;
    }
    t.log("after if", x);
    if (!left) await(t.pause());
    t.log("end", x);
    return result();
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    for (int v : new int[] {-1, 0, 1, 2, 11, 12, 14}) {
      t.log(v, await(classify(t, v)));
    }
    await(onlyOneBranchSuspends(t, true));
    await(onlyOneBranchSuspends(t, false));
    return result();
  }
}
