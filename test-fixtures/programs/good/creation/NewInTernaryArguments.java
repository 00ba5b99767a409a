package creation;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Constructor arguments that branch: conditionals, logic, switches and lambdas among awaits. */
public class NewInTernaryArguments {
  final String text;

  NewInTernaryArguments(int a, boolean b, Object c, long d) {
    text = a + "," + b + "," + c + "," + d;
  }

  @Async
  static Coroutine<String> made(Trace t, boolean x, int v) {
    return result(
        new NewInTernaryArguments(
                x ? await(t.later(1)) : 2,
                x && await(t.later(v > 1)) || !x,
                switch (v) {
                  case 0 -> "zero";
                  case 1 -> await(t.later("one"));
                  default -> {
                    int sum = 0;
                    for (int i = 0; i < v; i++) {
                      sum += new NewInTernaryArguments(i, x, await(t.later(i)), 0).text.length();
                    }
                    yield sum;
                  }
                },
                x ? v : await(t.later(5L)))
            .text);
  }

  @Async
  static Coroutine<String> onlyPlain(Trace t, boolean x) {
    // The arguments branch, but the await comes before the new.
    int v = await(t.later(3));
    return result(new NewInTernaryArguments(x ? v : 2, x || v > 1, x ? "a" : null, v).text);
  }

  @Async
  static Coroutine<String> oneBranchThrows(Trace t, boolean x) {
    return result(
        new NewInTernaryArguments(
                await(t.later(1)),
                x,
                switch (await(t.later(2))) {
                  case 2 -> {
                    if (x) {
                      throw new IllegalStateException("in an argument" + await(t.later("!")));
                    }
                    yield "fine";
                  }
                  default -> "not reached";
                },
                7)
            .text);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    for (int v = 0; v < 3; v++) {
      t.log(await(made(t, true, v)), await(made(t, false, v)));
    }
    t.log(await(onlyPlain(t, true)), await(onlyPlain(t, false)), await(oneBranchThrows(t, false)));
    try {
      await(oneBranchThrows(t, true));
    } catch (IllegalStateException e) {
      t.log(e);
    }
    return result();
  }
}
