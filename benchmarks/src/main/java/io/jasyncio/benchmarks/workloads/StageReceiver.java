package io.jasyncio.benchmarks.workloads;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stages on the JDK's executor of one thread, which is its thread-safe queue as well. */
final class StageReceiver extends Receiver {

  private final ExecutorService executor = Executors.newSingleThreadExecutor();

  @Override
  public void send(int item) {
    CompletableFuture<Void> unused =
        CompletableFuture.supplyAsync(() -> item, executor).thenAccept(received -> count());
  }

  @Override
  public void stop() {
    executor.shutdown();
  }
}
