package io.jasyncio.benchmarks.workloads;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.AsyncQueue;
import io.jasyncio.Coroutine;
import io.jasyncio.EventLoop;
import io.jasyncio.annotations.Async;

/**
 * A queue of the loop, to which other threads come by {@code callSoonThreadsafe}, as in asyncio.
 */
final class JasyncioReceiver extends Receiver {

  private final EventLoop loop = EventLoop.create();
  private final AsyncQueue<Integer> queue = new AsyncQueue<>();

  JasyncioReceiver() {
    inBackground(() -> loop.runUntilComplete(receive()));
  }

  @Override
  public void send(int item) {
    loop.callSoonThreadsafe(() -> queue.putNowait(item));
  }

  @Async
  private Coroutine<Void> receive() {
    while (await(queue.get()) != STOP) {
      count();
    }
    return result();
  }
}
