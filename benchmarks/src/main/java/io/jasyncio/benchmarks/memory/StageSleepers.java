package io.jasyncio.benchmarks.memory;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Chains of stages that nobody holds but the JDK's timer. */
final class StageSleepers extends Sleepers {

  @Override
  public void put(int count, int depth) {
    for (int i = 0; i < count; i++) {
      CompletableFuture<Integer> unused = nap(depth);
    }
  }

  private static CompletableFuture<Integer> nap(int depth) {
    return depth == 1
        ? new CompletableFuture<Integer>()
            .completeOnTimeout(1, DAY_MILLIS, TimeUnit.MILLISECONDS)
            .thenApply(done -> depth)
        : nap(depth - 1).thenApply(value -> depth + value);
  }
}
