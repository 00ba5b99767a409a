package io.jasyncio.examples;

import static io.jasyncio.Asyncio.await;
import static java.util.concurrent.CompletableFuture.completedFuture;

import io.jasyncio.annotations.Async;
import java.util.concurrent.CompletableFuture;

/**
 * An async method that returns a {@link CompletableFuture}, called from plain Java: it starts at
 * once, needs no event loop, and waits for futures without blocking a thread.
 */
public final class EagerFuture {

  private EagerFuture() {}

  @Async
  private static CompletableFuture<String> order(
      CompletableFuture<Integer> price, CompletableFuture<Integer> budget) {
    System.out.println("asking for the price");
    int asked = await(price);
    if (asked > 100) {
      System.out.println(asked + " is much: asking for the budget");
      if (await(budget) < asked) {
        return completedFuture("too expensive");
      }
    }
    return completedFuture("ordered for " + asked);
  }

  /** Runs the example. */
  public static void main(String[] args) {
    CompletableFuture<Integer> price = new CompletableFuture<>();
    CompletableFuture<Integer> budget = new CompletableFuture<>();
    CompletableFuture<String> order = order(price, budget);
    System.out.println("the call has returned");
    price.complete(120);
    budget.complete(150);
    System.out.println(order.join());
  }
}
