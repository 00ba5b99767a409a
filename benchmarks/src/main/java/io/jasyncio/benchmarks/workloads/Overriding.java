package io.jasyncio.benchmarks.workloads;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.benchmarks.handwritten.Fiber;
import io.jasyncio.benchmarks.handwritten.Loop;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** The subclasses of {@link Source}, which are loaded all at once. */
final class Overriding {

  private Overriding() {}

  static Source[] four(String receivers, Loop loop) {
    Source[] all = {new Source(loop), new Second(loop), new Third(loop), new Fourth(loop)};
    return switch (receivers) {
      case "monomorphic" -> new Source[] {all[1], all[1], all[1], all[1]};
      case "megamorphic" -> all;
      default -> throw new IllegalArgumentException(receivers);
    };
  }

  private static class Second extends Source {

    Second(Loop loop) {
      super(loop);
    }

    @Async
    @Override
    Coroutine<Integer> next(int i, Gate gate) {
      if (gate.suspends(i)) {
        await(sleep(Duration.ZERO));
      }
      return result(i + 2);
    }

    @Override
    int blocking(int i, Gate gate) {
      if (gate.suspends(i)) {
        VirtualThreads.giveWay();
      }
      return i + 2;
    }

    @Override
    CompletableFuture<Integer> stage(int i, Gate gate) {
      return gate.suspends(i)
          ? Stages.giveWay(loop).thenApply(done -> i + 2)
          : CompletableFuture.completedFuture(i + 2);
    }

    @Override
    long next(Fiber fiber, int i, Gate gate) {
      if (gate.suspends(i)) {
        fiber.giveWay();
        return fiber.sleep(new NextFrame(i + 2));
      }
      return i + 2L;
    }
  }

  private static class Third extends Source {

    Third(Loop loop) {
      super(loop);
    }

    @Async
    @Override
    Coroutine<Integer> next(int i, Gate gate) {
      if (gate.suspends(i)) {
        await(sleep(Duration.ZERO));
      }
      return result(i + 3);
    }

    @Override
    int blocking(int i, Gate gate) {
      if (gate.suspends(i)) {
        VirtualThreads.giveWay();
      }
      return i + 3;
    }

    @Override
    CompletableFuture<Integer> stage(int i, Gate gate) {
      return gate.suspends(i)
          ? Stages.giveWay(loop).thenApply(done -> i + 3)
          : CompletableFuture.completedFuture(i + 3);
    }

    @Override
    long next(Fiber fiber, int i, Gate gate) {
      if (gate.suspends(i)) {
        fiber.giveWay();
        return fiber.sleep(new NextFrame(i + 3));
      }
      return i + 3L;
    }
  }

  private static class Fourth extends Source {

    Fourth(Loop loop) {
      super(loop);
    }

    @Async
    @Override
    Coroutine<Integer> next(int i, Gate gate) {
      if (gate.suspends(i)) {
        await(sleep(Duration.ZERO));
      }
      return result(i + 4);
    }

    @Override
    int blocking(int i, Gate gate) {
      if (gate.suspends(i)) {
        VirtualThreads.giveWay();
      }
      return i + 4;
    }

    @Override
    CompletableFuture<Integer> stage(int i, Gate gate) {
      return gate.suspends(i)
          ? Stages.giveWay(loop).thenApply(done -> i + 4)
          : CompletableFuture.completedFuture(i + 4);
    }

    @Override
    long next(Fiber fiber, int i, Gate gate) {
      if (gate.suspends(i)) {
        fiber.giveWay();
        return fiber.sleep(new NextFrame(i + 4));
      }
      return i + 4L;
    }
  }
}
