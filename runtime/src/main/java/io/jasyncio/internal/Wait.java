package io.jasyncio.internal;

import io.jasyncio.Awaitable;
import io.jasyncio.EventLoop;
import io.jasyncio.Future;

/** The place of a task in a wait queue. Awaiting it waits to be woken, each time anew. */
public final class Wait extends WaitQueue.Waiter implements Awaitable<Void> {

  private final EventLoop loop;

  /** What the task waits for now; null before the first await. */
  private Future<Void> woken;

  private Wait(EventLoop loop) {
    this.loop = loop;
  }

  /** Queues up. The next step must be to await this. */
  public static Wait in(WaitQueue queue, LoopBinding binding) {
    Wait wait = new Wait(binding.bind());
    queue.enter(wait);
    return wait;
  }

  /** Who would be woken next waits for this; null if nobody waits. */
  public static Future<?> next(WaitQueue queue) {
    return queue.peek() instanceof Wait wait ? wait.woken : null;
  }

  @Override
  public Awaitable<Void> awaited() {
    woken = loop.createFuture();
    return woken;
  }

  @Override
  protected boolean isCancelled() {
    return woken.done();
  }

  @Override
  protected void wake() {
    woken.setResult(null);
  }
}
