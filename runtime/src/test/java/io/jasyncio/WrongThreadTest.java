package io.jasyncio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.annotations.Async;
import io.jasyncio.flow.RateLimiter;
import io.jasyncio.sync.AsyncBarrier;
import io.jasyncio.sync.AsyncBoundedSemaphore;
import io.jasyncio.sync.AsyncCondition;
import io.jasyncio.sync.AsyncEvent;
import io.jasyncio.sync.AsyncLock;
import io.jasyncio.sync.AsyncSemaphore;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What belongs to a loop and is used on another thread, while nobody waits for it. */
class WrongThreadTest {

  private final EventLoop loop = VirtualLoop.create();

  /** Has {@code before} called by the loop, and {@code use} on another thread meanwhile. */
  private void refused(Runnable before, Runnable use) {
    assertTrue(refusal(before, use).getMessage().contains("callSoonThreadsafe"));
  }

  private void refused(Runnable use) {
    refused(() -> {}, use);
  }

  private WrongLoopException refusal(Runnable before, Runnable use) {
    AtomicReference<WrongLoopException> refusal = new AtomicReference<>();
    loop.callSoon(
        () -> {
          before.run();
          onAnotherThread(() -> refusal.set(assertThrows(WrongLoopException.class, use::run)));
          loop.stop();
        });
    loop.runForever();
    return refusal.get();
  }

  private static void onAnotherThread(Runnable action) {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread thread = new Thread(action);
    thread.setUncaughtExceptionHandler((where, thrown) -> failure.set(thrown));
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
    assertEquals(null, failure.get());
  }

  @Test
  void loop_isRefused() {
    refused(() -> loop.stop());
    refused(() -> loop.callSoon(() -> {}));
    refused(() -> loop.callLater(Duration.ZERO, () -> {}));
    refused(() -> loop.callAt(0, () -> {}));
    refused(() -> loop.createTask(Coroutine.completed(null)));
    refused(() -> loop.allTasks());
    refused(() -> loop.runInExecutor(() -> null));
    refused(() -> loop.runInExecutor(Runnable::run, () -> null));
    refused(() -> loop.setDebug(true));
    refused(() -> loop.setTaskFactory(null));
    refused(() -> loop.setExceptionHandler(null));
    refused(() -> loop.addSignalHandler("HUP", () -> {}));
    refused(() -> loop.removeSignalHandler("HUP"));
    loop.close();
  }

  @Test
  void future_isRefused() {
    Future<String> future = loop.createFuture();
    refused(() -> future.setResult("x"));
    refused(() -> future.setException(new IllegalArgumentException()));
    refused(() -> future.cancel());
    refused(() -> future.addDoneCallback(done -> {}));
    refused(() -> future.removeDoneCallback(done -> {}));
    refused(
        () -> {
          Object unused = future.toCompletableFuture();
        });
    loop.close();
  }

  @Test
  void task_isRefused() {
    Task<Void> task = loop.createTask(never());
    refused(() -> task.cancel());
    refused(() -> task.addDoneCallback(done -> {}));
    task.cancel();
    assertThrows(CancelledError.class, () -> loop.runUntilComplete(task));
    loop.close();
  }

  @Test
  void queue_isRefused() {
    AsyncQueue<String> queue = new AsyncQueue<>();
    queue.putNowait("before the loop runs");
    refused(() -> queue.putNowait("a"), () -> queue.putNowait("b"));
    refused(queue::getNowait);
    refused(queue::taskDone);
    refused(queue::shutdown);
    assertEquals(2, queue.qsize());
  }

  @Test
  void lock_isRefused() {
    AsyncLock lock = new AsyncLock();
    refused(lock::acquireNowait, lock::acquireNowait);
    refused(lock::release);
    assertTrue(lock.locked());
  }

  @Test
  void semaphore_isRefused() {
    AsyncSemaphore semaphore = new AsyncSemaphore(2);
    refused(semaphore::acquireNowait, semaphore::acquireNowait);
    refused(semaphore::release);
    assertEquals(new AsyncSemaphore.Statistics(1, 0), semaphore.statistics());
  }

  @Test
  void boundedSemaphore_isRefusedBeforeItsBound() {
    AsyncBoundedSemaphore semaphore = new AsyncBoundedSemaphore(1);
    refused(
        () -> {
          semaphore.acquireNowait();
          semaphore.release();
        },
        semaphore::release);
  }

  @Test
  void event_isRefused() {
    AsyncEvent event = new AsyncEvent();
    refused(event::clear, event::set);
    refused(event::clear);
  }

  @Test
  void condition_isRefused() {
    AsyncCondition condition = new AsyncCondition();
    refused(condition::acquireNowait, () -> condition.notify(1));
    refused(condition::notifyAllWaiters);
    refused(condition::release);
    assertTrue(condition.locked());
  }

  @Test
  void barrier_isRefused() {
    AsyncBarrier barrier = new AsyncBarrier(2);
    refused(barrier::reset, barrier::reset);
    refused(barrier::abort);
  }

  @Test
  void rateLimiter_isRefusedInAnotherLoop() {
    RateLimiter limiter = new RateLimiter(1, Duration.ofSeconds(1));
    refusal(
        limiter::acquireNowait,
        () -> {
          throw assertThrows(WrongLoopException.class, () -> VirtualLoop.run(limiter.acquire()));
        });
  }

  @Test
  void primitiveThatWasMadeInALoop_isRefusedOnAThreadWithoutOne() {
    AtomicReference<AsyncEvent> event = new AtomicReference<>();
    refused(() -> event.set(new AsyncEvent()), () -> event.get().set());
  }

  @Test
  void primitiveThatWasOnlyMadeInALoop_mayBeUsedInAnotherOneBesideIt() {
    AtomicReference<AsyncEvent> event = new AtomicReference<>();
    loop.callSoon(
        () -> {
          event.set(new AsyncEvent());
          onAnotherThread(() -> VirtualLoop.run(setAndWait(event.get())));
          loop.stop();
        });
    loop.runForever();
    assertTrue(event.get().isSet());
  }

  @Test
  void primitiveForWhichNobodyWaited_mayBeUsedInTheNextLoop() {
    AsyncEvent event = new AsyncEvent();
    VirtualLoop.run(setAndWait(event));
    event.clear();
    VirtualLoop.run(setAndWait(event));
    assertTrue(event.isSet());
  }

  @Test
  void wrongLoopException_saysWhatIsUsedWhere() {
    AsyncLock lock = new AsyncLock();
    String message = refusal(lock::acquireNowait, lock::release).getMessage();
    assertEquals(
        "AsyncLock (locked, 0 waiting) belongs to a loop that runs on another thread than THREAD:"
            + " use it there, through loop.callSoonThreadsafe(...), or make one for each loop",
        message.replaceAll("Thread\\[.*]", "THREAD"));
  }

  @Async
  private static Coroutine<Void> setAndWait(AsyncEvent event) {
    event.set();
    Asyncio.await(event.waitAsync());
    return Asyncio.result();
  }

  @Async
  private static Coroutine<Void> never() {
    Asyncio.await(Asyncio.getRunningLoop().createFuture());
    return Asyncio.result();
  }
}
