package io.jasyncio.benchmarks.memory;

import io.jasyncio.benchmarks.workloads.VirtualThreads;
import java.util.concurrent.atomic.AtomicInteger;

/** Virtual threads that nobody holds but the JDK's timer. */
final class BlockingSleepers extends Sleepers {

  private final AtomicInteger begun = new AtomicInteger();

  @Override
  public void put(int count, int depth) throws InterruptedException {
    int target = begun.get() + count;
    for (int i = 0; i < count; i++) {
      Thread unused = VirtualThreads.start(() -> nap(depth));
    }
    while (begun.get() < target) {
      Thread.sleep(10);
    }
    Thread.sleep(1_000); // From the count to the sleep it is not far.
  }

  private int nap(int depth) {
    if (depth == 1) {
      begun.incrementAndGet();
      VirtualThreads.sleep(DAY_MILLIS);
      return depth;
    }
    return depth + nap(depth - 1);
  }
}
