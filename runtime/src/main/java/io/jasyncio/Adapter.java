package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.annotations.Async;
import io.jasyncio.codegen.Leaving;
import io.jasyncio.codegen.Suspendable;
import io.jasyncio.internal.CurrentLoop;
import java.util.concurrent.CompletionStage;

/** Turns what a program may await into what an execution can wait for. */
final class Adapter {

  /** How often {@link Awaitable#awaited} may lead to yet another awaitable. */
  private static final int MOST_HOPS = 1000;

  private Adapter() {}

  /**
   * Finds the coroutine or future behind {@code awaited}.
   *
   * @param loop the awaiting task's loop; null for a coroutine driven by hand outside of any
   */
  static Suspendable adapt(Object awaited, EventLoop loop) {
    if (awaited instanceof Awaitable<?> awaitable) {
      return resolve(awaitable);
    }
    if (awaited instanceof CompletionStage<?> stage) {
      if (loop == null) {
        throw CurrentLoop.noneRuns();
      }
      return StageFuture.of(stage, loop);
    }
    if (awaited instanceof Leaving leaving) {
      return Closing.of(leaving);
    }
    if (awaited == null) {
      throw new NullPointerException("await(null): there is nothing to wait for");
    }
    throw new IllegalArgumentException(
        "cannot await "
            + awaited
            + ": a coroutine, a future, an Awaitable or a CompletionStage is required");
  }

  /** A future for any awaitable: a task where it is not a future yet. */
  static <T> Future<T> ensureFuture(Awaitable<T> awaitable, EventLoop loop) {
    if (awaitable instanceof Future<T> future) {
      return future;
    }
    return loop.createTask(
        awaitable instanceof Coroutine<T> coroutine ? coroutine : wrap(awaitable));
  }

  @Async
  private static <T> Coroutine<T> wrap(Awaitable<T> awaitable) {
    return result(await(awaitable));
  }

  private static Suspendable resolve(Awaitable<?> awaitable) {
    Awaitable<?> found = awaitable;
    for (int hops = 0; hops < MOST_HOPS; hops++) {
      if (found instanceof Suspendable suspendable) {
        return suspendable;
      }
      Awaitable<?> next = found.awaited();
      if (next == null) {
        throw new NullPointerException("awaited() of " + found + " returned null");
      }
      found = next;
    }
    throw new IllegalStateException(
        "awaited() of " + awaitable + " leads to no coroutine or future, but in a circle");
  }
}
