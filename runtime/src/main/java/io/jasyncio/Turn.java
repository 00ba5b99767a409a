package io.jasyncio;

import io.jasyncio.internal.WaitQueue;

/**
 * A place in a wait queue. Awaiting it waits to be woken, each time anew.
 *
 * <p>Its twin is in {@code io.jasyncio.sync}, which sees no more of a loop than programs do.
 */
final class Turn extends WaitQueue.Waiter implements Awaitable<Void> {

  private final EventLoop loop;
  private Future<Void> wait;

  private Turn(EventLoop loop) {
    super(loop);
    this.loop = loop;
  }

  /** Queues up. The next step must be to await the turn. */
  static Turn in(WaitQueue queue) {
    Turn turn = new Turn(CurrentLoop.running());
    queue.enter(turn);
    return turn;
  }

  @Override
  public Awaitable<Void> awaited() {
    wait = loop.createFuture();
    return wait;
  }

  @Override
  protected boolean isCancelled() {
    return wait.done();
  }

  @Override
  protected void wake() {
    wait.setResult(null);
  }

  @Override
  protected WrongLoopException wrongLoop() {
    return new WrongLoopException(
        "This is bound to a different event loop: make one for each loop");
  }
}
