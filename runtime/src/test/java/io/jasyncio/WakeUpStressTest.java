package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jasyncio.annotations.Async;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

/**
 * No wake-up from another thread gets lost, however often. The loop goes to sleep in each round, so
 * each needs its wake-up, and the other thread comes just as it does.
 *
 * <p>{@code -Djasyncio.stress.rounds=10000000} for the long run.
 */
class WakeUpStressTest {

  private static final long ROUNDS = Long.getLong("jasyncio.stress.rounds", 20_000);
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final int SPINS = 200;

  /** Callbacks that were called, or rounds that the program on the loop has come to. */
  private final AtomicLong done = new AtomicLong();

  /** A wait that tells a lost wake-up from a slow machine. */
  @SuppressWarnings("ThreadPriorityCheck") // yielding only makes it faster
  private static void awaitAtLeast(long goal, LongSupplier counter) {
    long begin = 0;
    for (int spins = 0; counter.getAsLong() < goal; spins++) {
      if (spins < SPINS) {
        Thread.onSpinWait();
        continue;
      }
      if (begin == 0) {
        begin = System.nanoTime();
      } else if (System.nanoTime() - begin > PATIENCE_NANOS) {
        throw new AssertionError("lost in round " + goal + ", at " + counter.getAsLong());
      }
      Thread.yield();
    }
  }

  private static Thread startLoop(EventLoop loop) {
    Thread thread = new Thread(loop::runForever, "stressed loop");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void end(EventLoop loop, Thread thread) throws InterruptedException {
    loop.callSoonThreadsafe(loop::stop);
    thread.join();
    loop.close();
  }

  @Test
  void callSoonThreadsafe_wakesTheLoopInEveryRound() throws InterruptedException {
    EventLoop loop = EventLoop.create();
    Thread thread = startLoop(loop);
    for (long round = 1; round <= ROUNDS; round++) {
      loop.callSoonThreadsafe(done::incrementAndGet);
      awaitAtLeast(round, done::get);
    }
    end(loop, thread);
    assertEquals(ROUNDS, done.get());
  }

  @Test
  void poller_isWokenUpInEveryRound() throws InterruptedException {
    Poller poller = new ParkPoller();
    Thread thread =
        new Thread(
            () -> {
              while (done.get() < ROUNDS) {
                poller.poll(Poller.FOREVER);
                done.incrementAndGet();
              }
            });
    thread.setDaemon(true);
    thread.start();
    for (long round = 1; done.get() < ROUNDS; round++) {
      poller.wakeup();
      awaitAtLeast(Math.min(round, ROUNDS), done::get);
    }
    thread.join();
  }

  @Test
  void completionStage_wakesTheTaskInEveryRound() throws InterruptedException {
    EventLoop loop = EventLoop.create();
    Thread thread = new Thread(() -> loop.runUntilComplete(awaitStages()));
    thread.setDaemon(true);
    thread.start();
    for (long round = 1; round <= ROUNDS; round++) {
      long goal = round;
      awaitAtLeast(goal, () -> stage == null ? 0 : offered);
      boolean unused = stage.complete(round);
    }
    thread.join();
    loop.close();
    assertEquals(ROUNDS, done.get());
  }

  private volatile CompletableFuture<Long> stage;
  private volatile long offered;

  @Async
  private Coroutine<Void> awaitStages() {
    for (long round = 1; round <= ROUNDS; round++) {
      CompletableFuture<Long> next = new CompletableFuture<>();
      stage = next;
      offered = round;
      done.set(await(next));
    }
    return result();
  }

  @Test
  void executor_wakesTheTaskInEveryRound() {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try (EventLoop loop = EventLoop.create()) {
      loop.runUntilComplete(callExecutor(loop, executor));
    } finally {
      executor.shutdown();
    }
    assertEquals(ROUNDS, done.get());
  }

  @Async
  private Coroutine<Void> callExecutor(EventLoop loop, ExecutorService executor) {
    for (long round = 1; round <= ROUNDS; round++) {
      long now = round;
      done.set(await(loop.runInExecutor(executor, () -> now)));
    }
    return result();
  }

  @Test
  void stop_endsTheLoopInEveryRound() throws InterruptedException {
    try (EventLoop loop = EventLoop.create()) {
      Thread thread =
          new Thread(
              () -> {
                while (done.get() < ROUNDS) {
                  loop.runForever();
                  done.incrementAndGet();
                }
              });
      thread.setDaemon(true);
      thread.start();
      for (long round = 1; round <= ROUNDS; round++) {
        loop.callSoonThreadsafe(loop::stop);
        awaitAtLeast(round, done::get);
      }
      thread.join();
    }
  }
}
