package loops;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static loops.AsyncForLoops.count;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;
import loops.AsyncForLoops.Steps;

/** Loops over async iterables while something waits on the operand stack; as AsyncForLoops. */
public class AsyncForOnStack {
  @Async
  static Coroutine<Integer> loops(Trace t, int way) {
    int two = await(t.later(2));
    int total =
        two
            * switch (way) {
              case 0, 1 -> {
                int found = 0;
                for (int x : count(t, "stack", 3)) {
                  found += x;
                  if (x > way) {
                    break;
                  }
                }
                yield found;
              }
              case 2 -> {
                for (int x : count(t, "yield", 3)) {
                  if (x == 1) {
                    yield 50 + await(t.later(x));
                  }
                }
                yield 3;
              }
              default -> 1;
            };
    return result(total);
  }

  @Async
  static Coroutine<Integer> writtenOut(Trace t, int way) {
    int two = await(t.later(2));
    int total =
        two
            * switch (way) {
              case 0, 1 -> {
                int found = 0;
                try (Steps steps = new Steps(count(t, "stack", 3))) {
                  while (await(steps.step())) {
                    int x = steps.value;
                    found += x;
                    if (x > way) {
                      break;
                    }
                  }
                }
                yield found;
              }
              case 2 -> {
                try (Steps steps = new Steps(count(t, "yield", 3))) {
                  while (await(steps.step())) {
                    int x = steps.value;
                    if (x == 1) {
                      yield 50 + await(t.later(x));
                    }
                  }
                }
                yield 3;
              }
              default -> 1;
            };
    return result(total);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    for (int way = 0; way < 5; way++) {
      t.log(way, await(t.isWoven() ? loops(t, way) : writtenOut(t, way)));
    }
    return result();
  }
}
