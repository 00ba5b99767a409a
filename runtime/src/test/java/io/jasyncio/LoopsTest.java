package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.ensureFuture;
import static io.jasyncio.Asyncio.fromCompletionStage;
import static io.jasyncio.Asyncio.gather;
import static io.jasyncio.Asyncio.getEventLoop;
import static io.jasyncio.Asyncio.getRunningLoop;
import static io.jasyncio.Asyncio.newEventLoop;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.runCoroutineThreadsafe;
import static io.jasyncio.Asyncio.setEventLoop;
import static io.jasyncio.Asyncio.sleep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.annotations.Async;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The loop of a thread, and several loops on several threads. */
@Timeout(60)
class LoopsTest {

  private final EventLoop loop = VirtualLoop.create();

  @AfterEach
  void close() {
    setEventLoop(null);
    loop.close();
  }

  @Test
  void threadWithoutALoop_hasNone() {
    IllegalStateException none = assertThrows(IllegalStateException.class, Asyncio::getEventLoop);
    assertTrue(none.getMessage().contains("no current event loop"), none.getMessage());
    assertThrows(IllegalStateException.class, Asyncio::getRunningLoop);
  }

  @Test
  void loopThatWasSet_isTheThreadsOwn() throws InterruptedException {
    setEventLoop(loop);
    assertSame(loop, getEventLoop());
    assertThrows(IllegalStateException.class, Asyncio::getRunningLoop);

    AtomicReference<Throwable> elsewhere = new AtomicReference<>();
    Thread other =
        new Thread(
            () -> elsewhere.set(assertThrows(IllegalStateException.class, Asyncio::getEventLoop)));
    other.start();
    other.join();
    assertTrue(elsewhere.get().getMessage().contains(other.getName()));
  }

  @Test
  void runningLoop_comesBeforeTheOneThatWasSet() {
    EventLoop set = newEventLoop();
    setEventLoop(set);

    assertSame(loop, loop.runUntilComplete(currentLoop()));
    set.close();
  }

  @Test
  void newEventLoop_isNew() {
    EventLoop one = newEventLoop();
    EventLoop other = newEventLoop();
    assertNotSame(one, other);
    one.close();
    other.close();
  }

  @Test
  void coroutinesGivenOutsideOfALoop_belongToTheOneThatWasSet() {
    setEventLoop(loop);
    Future<String> future = ensureFuture(sleep(Duration.ZERO, "x"));
    Future<List<String>> gathered = gather(List.of(sleep(Duration.ZERO, "y")));
    Future<String> stage = fromCompletionStage(CompletableFuture.completedFuture("z"));

    assertSame(loop, future.getLoop());
    assertSame(loop, stage.getLoop());
    assertEquals(List.of("y"), loop.runUntilComplete(gathered));
    assertEquals("x", future.result());
  }

  @Test
  void manyLoops_runSideBySide() throws Exception {
    int loops = 8;
    List<Thread> threads = new ArrayList<>();
    ConcurrentHashMap<Integer, String> results = new ConcurrentHashMap<>();
    for (int i = 0; i < loops; i++) {
      int number = i;
      threads.add(
          new Thread(() -> results.put(number, VirtualLoop.run(countTo(1000, "loop " + number)))));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }

    for (int i = 0; i < loops; i++) {
      assertEquals("loop " + i + " 1000", results.get(i));
    }
  }

  @Test
  void loops_waitForEachOther() throws Exception {
    EventLoop server = EventLoop.create();
    Thread thread = new Thread(server::runForever);
    thread.start();
    assertEquals("loop 2 10", loop.runUntilComplete(askOtherLoop(server)));
    server.callSoonThreadsafe(server::stop);
    thread.join();
    server.close();
  }

  @Test
  void defaultExecutorThatWasSet_isUsedAndShutDown() {
    ExecutorService single = Executors.newSingleThreadExecutor(work -> new Thread(work, "mine"));
    loop.setDefaultExecutor(single);
    assertEquals(
        "mine", loop.runUntilComplete(loop.runInExecutor(() -> Thread.currentThread().getName())));
    loop.runUntilComplete(loop.shutdownDefaultExecutor());

    assertTrue(single.isTerminated());
    assertThrows(IllegalStateException.class, () -> loop.runInExecutor(() -> "late"));
  }

  @Test
  @SuppressWarnings("NeverAwaited") // the last one is refused before there is a coroutine
  void shutdownOfTheDefaultExecutor_givesUpAfterItsLimit() {
    CompletableFuture<String> release = new CompletableFuture<>();
    Future<String> blocked = loop.runInExecutor(release::get);
    loop.runUntilComplete(loop.shutdownDefaultExecutor(Duration.ofMillis(1)));
    assertTrue(!blocked.done());

    release.complete("x");
    assertEquals("x", loop.runUntilComplete(blocked));
    assertThrows(
        IllegalArgumentException.class, () -> loop.shutdownDefaultExecutor(Duration.ofMillis(-1)));
  }

  @Test
  void badDefaultExecutors_areRefused() {
    assertThrows(NullPointerException.class, () -> loop.setDefaultExecutor(null));
    assertThrows(NullPointerException.class, () -> loop.runInExecutor(null));
    loop.close();
    assertThrows(IllegalStateException.class, () -> loop.runInExecutor(() -> "late"));
  }

  @Async
  private static Coroutine<EventLoop> currentLoop() {
    await(sleep(Duration.ZERO));
    assertSame(getRunningLoop(), getEventLoop());
    return result(getEventLoop());
  }

  @Async
  private static Coroutine<String> countTo(int limit, String name) {
    int count = 0;
    while (count < limit) {
      await(sleep(Duration.ofSeconds(1)));
      count++;
    }
    return result(name + " " + count);
  }

  @Async
  private static Coroutine<String> askOtherLoop(EventLoop server) {
    CompletableFuture<String> answer =
        (CompletableFuture<String>) runCoroutineThreadsafe(spin(10, "loop 2"), server);
    return result(await(answer));
  }

  @Async
  private static Coroutine<String> spin(int limit, String name) {
    int count = 0;
    while (count < limit) {
      await(sleep(Duration.ZERO));
      count++;
    }
    return result(name + " " + count);
  }
}
