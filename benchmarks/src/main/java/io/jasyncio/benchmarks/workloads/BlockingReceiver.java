package io.jasyncio.benchmarks.workloads;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedTransferQueue;

/** A virtual thread that takes from the JDK's fastest unbounded blocking queue. */
final class BlockingReceiver extends Receiver {

  private final BlockingQueue<Integer> queue = new LinkedTransferQueue<>();

  BlockingReceiver() {
    Thread unused = VirtualThreads.start(this::receive);
  }

  @Override
  public void send(int item) {
    queue.add(item);
  }

  private void receive() {
    try {
      while (queue.take() != STOP) {
        count();
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
