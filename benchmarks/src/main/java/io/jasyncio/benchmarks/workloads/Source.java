package io.jasyncio.benchmarks.workloads;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.benchmarks.handwritten.Fiber;
import io.jasyncio.benchmarks.handwritten.Frame;
import io.jasyncio.benchmarks.handwritten.Loop;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * What {@link AwaitVirtual} awaits. The subclasses override every method with a body of its own,
 * which is what makes the calls differ.
 */
class Source {

  final Loop loop;

  Source(Loop loop) {
    this.loop = loop;
  }

  /** Loads the subclasses only where they are wanted: the JVM trusts in what is not overridden. */
  static Source[] four(String receivers, Loop loop) {
    return receivers.equals("virtual")
        ? new Source[] {new Source(loop), new Source(loop), new Source(loop), new Source(loop)}
        : Overriding.four(receivers, loop);
  }

  @Async
  Coroutine<Integer> next(int i, Gate gate) {
    if (gate.suspends(i)) {
      await(sleep(Duration.ZERO));
    }
    return result(i + 1);
  }

  int blocking(int i, Gate gate) {
    if (gate.suspends(i)) {
      VirtualThreads.giveWay();
    }
    return i + 1;
  }

  CompletableFuture<Integer> stage(int i, Gate gate) {
    return gate.suspends(i)
        ? Stages.giveWay(loop).thenApply(done -> i + 1)
        : CompletableFuture.completedFuture(i + 1);
  }

  long next(Fiber fiber, int i, Gate gate) {
    if (gate.suspends(i)) {
      fiber.giveWay();
      return fiber.sleep(new NextFrame(i + 1));
    }
    return i + 1L;
  }

  /** All four bodies end alike. */
  static final class NextFrame extends Frame {
    final long result;

    NextFrame(long result) {
      this.result = result;
    }

    @Override
    protected long resume(Fiber fiber, long sent) {
      return result;
    }
  }
}
