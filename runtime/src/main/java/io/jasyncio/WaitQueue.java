package io.jasyncio;

import java.util.ArrayDeque;

/**
 * Those who wait for something, first come, first served. A waiter that is cancelled while it is
 * being woken hands its turn on.
 *
 * <pre>{@code
 * while (!available()) {
 *   Future<Void> turn = queue.enter();
 *   try {
 *     await(turn);
 *   } catch (Throwable failure) {
 *     queue.leave(turn, available());
 *     throw failure;
 *   }
 * }
 * }</pre>
 */
final class WaitQueue {

  private final ArrayDeque<Future<Void>> waiters = new ArrayDeque<>();

  /** The loop of the first who had to wait; all others must be of the same. */
  private EventLoop loop;

  int size() {
    return waiters.size();
  }

  /** Queues up. */
  Future<Void> enter() {
    EventLoop running = EventLoop.running();
    if (loop == null) {
      loop = running;
    } else if (loop != running) {
      throw new WrongLoopException(
          "This is bound to a different event loop: make one for each loop");
    }
    Future<Void> turn = loop.createFuture();
    waiters.add(turn);
    return turn;
  }

  /**
   * Gives up waiting.
   *
   * @param available whether the turn that this waiter may have got is of use to the next
   */
  void leave(Future<Void> turn, boolean available) {
    turn.cancel();
    waiters.remove(turn);
    if (available && !turn.cancelled()) {
      wakeNext();
    }
  }

  /** Wakes the first one who still waits. */
  void wakeNext() {
    while (!waiters.isEmpty()) {
      Future<Void> turn = waiters.remove();
      if (!turn.done()) {
        turn.setResult(null);
        return;
      }
    }
  }

  /** Wakes all, in their order. */
  void wakeAll() {
    while (!waiters.isEmpty()) {
      wakeNext();
    }
  }
}
