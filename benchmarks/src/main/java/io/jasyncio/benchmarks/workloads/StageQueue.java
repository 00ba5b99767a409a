package io.jasyncio.benchmarks.workloads;

import io.jasyncio.benchmarks.handwritten.Loop;
import java.util.concurrent.CompletableFuture;

/** A queue of capacity 1 for one producer and one consumer on the same loop. */
final class StageQueue<T> {

  private final Loop loop;
  private T item;
  private CompletableFuture<T> getting;
  private CompletableFuture<Void> putting;
  private T next;

  StageQueue(Loop loop) {
    this.loop = loop;
  }

  /** Returns a stage that is done once the item is in. */
  CompletableFuture<Void> put(T put) {
    if (getting != null) {
      CompletableFuture<T> served = getting;
      getting = null;
      loop.execute(() -> served.complete(put));
    } else if (item == null) {
      item = put;
    } else {
      next = put;
      putting = new CompletableFuture<>();
      return putting;
    }
    return CompletableFuture.completedFuture(null);
  }

  /** Returns a stage of the next item. */
  CompletableFuture<T> get() {
    if (item == null) {
      getting = new CompletableFuture<>();
      return getting;
    }
    T taken = item;
    item = next;
    next = null;
    if (putting != null) {
      CompletableFuture<Void> served = putting;
      putting = null;
      loop.execute(() -> served.complete(null));
    }
    return CompletableFuture.completedFuture(taken);
  }
}
