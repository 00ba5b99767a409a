package io.jasyncio.examples;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.getRunningLoop;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.run;
import static io.jasyncio.Asyncio.runCoroutineThreadsafe;
import static io.jasyncio.Asyncio.sleep;

import io.jasyncio.Coroutine;
import io.jasyncio.EventLoop;
import io.jasyncio.annotations.Async;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A thread without a loop starts coroutines on the loop of another thread, and waits for them no
 * longer than it likes.
 *
 * <p>Python's {@code asyncio.run_coroutine_threadsafe(coro, loop).result(timeout)}.
 */
public final class OtherThread {

  private OtherThread() {}

  /** What the loop's thread runs: it is there for others until it is told to stop. */
  @Async
  static Coroutine<Void> serve(CompletableFuture<EventLoop> ready, CompletableFuture<Void> stop) {
    ready.complete(getRunningLoop());
    await(stop);
    return result();
  }

  @Async
  static Coroutine<Integer> add(int a, int b) {
    await(sleep(Duration.ofMillis(10)));
    return result(a + b);
  }

  @Async
  static Coroutine<Void> ponder() {
    try {
      await(sleep(Duration.ofHours(1)));
    } finally {
      System.out.println("on the loop: pondering has ended");
    }
    return result();
  }

  /** Runs the example. */
  public static void main(String[] args) throws InterruptedException, ExecutionException {
    CompletableFuture<EventLoop> ready = new CompletableFuture<>();
    CompletableFuture<Void> stop = new CompletableFuture<>();
    Thread thread = new Thread(() -> run(() -> serve(ready, stop)), "loop");
    thread.start();
    EventLoop loop = ready.get();
    try {
      askTheLoop(loop);
    } finally {
      stop.complete(null);
      thread.join();
    }
    System.out.println("the loop has ended");
  }

  private static void askTheLoop(EventLoop loop) throws InterruptedException, ExecutionException {
    System.out.println("2 + 3 is " + runCoroutineThreadsafe(add(2, 3), loop).get());

    Future<Void> pondering = runCoroutineThreadsafe(ponder(), loop);
    try {
      pondering.get(100, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      System.out.println("no answer yet: cancelling");
      pondering.cancel(true);
    }
  }
}
