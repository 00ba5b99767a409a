package io.jasyncio.benchmarks.hello;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** With a stage. */
public final class HelloCompletableFuture {

  private HelloCompletableFuture() {}

  public static void main(String[] arguments) {
    new CompletableFuture<String>()
        .completeOnTimeout("Hello world", 1, TimeUnit.MILLISECONDS)
        .thenAccept(System.out::println)
        .join();
  }
}
