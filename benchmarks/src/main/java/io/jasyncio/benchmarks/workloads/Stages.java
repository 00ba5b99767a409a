package io.jasyncio.benchmarks.workloads;

import io.jasyncio.benchmarks.handwritten.Loop;
import java.util.concurrent.CompletableFuture;

/** What the {@code CompletableFuture} forms have in common. */
final class Stages {

  private Stages() {}

  /** A stage that is done in the loop's next turn. */
  static CompletableFuture<Void> giveWay(Loop loop) {
    CompletableFuture<Void> turn = new CompletableFuture<>();
    loop.execute(() -> turn.complete(null));
    return turn;
  }

  /** Runs the loop until the stage is done. */
  static <T> T run(Loop loop, CompletableFuture<T> stage) {
    loop.runUntilIdle();
    return stage.join();
  }
}
