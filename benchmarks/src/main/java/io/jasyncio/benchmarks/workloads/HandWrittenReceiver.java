package io.jasyncio.benchmarks.workloads;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * A lock-free stack of items that the loop's thread takes as a whole. The stack's top also says
 * whether that thread sleeps, so that it is woken up only if it does, and once.
 */
final class HandWrittenReceiver extends Receiver {

  private record Node(int item, Node older) {}

  private static final Node ASLEEP = new Node(0, null);

  private final AtomicReference<Node> newest = new AtomicReference<>();
  private volatile Thread thread;

  HandWrittenReceiver() {
    inBackground(this::receive);
  }

  @Override
  public void send(int item) {
    Node found;
    do {
      found = newest.get();
    } while (!newest.compareAndSet(found, new Node(item, found == ASLEEP ? null : found)));
    if (found == ASLEEP) {
      LockSupport.unpark(thread);
    }
  }

  private void receive() {
    thread = Thread.currentThread();
    boolean stopped = false;
    while (!stopped) {
      if (newest.compareAndSet(null, ASLEEP)) {
        while (newest.get() == ASLEEP) {
          LockSupport.park(this);
        }
      }
      for (Node node = oldestFirst(newest.getAndSet(null)); node != null; node = node.older) {
        if (node.item == STOP) {
          stopped = true;
        } else {
          count();
        }
      }
    }
  }

  private static Node oldestFirst(Node newest) {
    Node reversed = null;
    for (Node node = newest; node != null; node = node.older) {
      reversed = new Node(node.item, reversed);
    }
    return reversed;
  }
}
