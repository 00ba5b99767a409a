package io.jasyncio.benchmarks.memory;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;

import io.jasyncio.Coroutine;
import io.jasyncio.EventLoop;
import io.jasyncio.annotations.Async;
import java.time.Duration;

/** Tasks that nobody holds but their loop. */
final class JasyncioSleepers extends Sleepers {

  private final EventLoop loop = EventLoop.create();

  @Override
  public void put(int count, int depth) {
    loop.runUntilComplete(start(count, depth));
  }

  @Async
  private static Coroutine<Void> start(int count, int depth) {
    for (int i = 0; i < count; i++) {
      createTask(nap(depth));
      if (i % 100 == 99) {
        await(sleep(Duration.ZERO));
      }
    }
    await(sleep(Duration.ZERO));
    return result();
  }

  @Async
  private static Coroutine<Integer> nap(int depth) {
    if (depth == 1) {
      await(sleep(Duration.ofMillis(DAY_MILLIS)));
      return result(depth);
    }
    return result(depth + await(nap(depth - 1)));
  }
}
