package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.gather;
import static io.jasyncio.Asyncio.getRunningLoop;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.runCoroutineThreadsafe;
import static io.jasyncio.Asyncio.sleep;
import static io.jasyncio.Asyncio.toThread;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.annotations.Async;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ThreadsTest {

  private static final ContextVar<String> BIRD = new ContextVar<>("bird");

  private final List<String> events = new ArrayList<>();
  private final EventLoop loop = EventLoop.create();
  private final Thread loopThread = new Thread(loop::runForever, "loop");

  @BeforeEach
  void start() {
    loopThread.start();
  }

  @AfterEach
  void stop() throws InterruptedException {
    loop.callSoonThreadsafe(loop::stop);
    loopThread.join();
    loop.close();
  }

  @Test
  void callSoonThreadsafe_wakesTheLoop() throws InterruptedException {
    for (int i = 0; i < 1000; i++) {
      CountDownLatch called = new CountDownLatch(1);
      loop.callSoonThreadsafe(called::countDown);
      assertTrue(called.await(30, TimeUnit.SECONDS), "lost wake-up");
    }
  }

  @Test
  void callSoonThreadsafe_keepsEachThreadsOrder() throws InterruptedException {
    int threads = 4;
    int rounds = 20_000;
    int[] next = new int[threads];
    CountDownLatch called = new CountDownLatch(threads * rounds);
    List<String> disorder = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      int thread = t;
      new Thread(
              () -> {
                for (int i = 0; i < rounds; i++) {
                  int round = i;
                  loop.callSoonThreadsafe(
                      () -> {
                        if (next[thread]++ != round) {
                          disorder.add(thread + ": " + round);
                        }
                        called.countDown();
                      });
                }
              })
          .start();
    }

    assertTrue(called.await(30, TimeUnit.SECONDS), "lost callbacks: " + called.getCount());
    assertEquals(List.of(), disorder);
  }

  @Test
  void runCoroutineThreadsafe_givesTheResult() throws Exception {
    assertSame(loopThread, runCoroutineThreadsafe(threadOfCoroutine(), loop).get());
  }

  @Test
  void runCoroutineThreadsafe_failsAsTheCoroutine() {
    ExecutionException failure =
        assertThrows(ExecutionException.class, () -> runCoroutineThreadsafe(failing(), loop).get());
    assertEquals("disk", failure.getCause().getMessage());
    assertTrue(failure.getCause() instanceof IOException);
  }

  @Test
  void runCoroutineThreadsafe_isCancelledFromOutside() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch cancelled = new CountDownLatch(1);
    java.util.concurrent.Future<Void> future =
        runCoroutineThreadsafe(waitForEver(started, cancelled), loop);
    assertTrue(started.await(30, TimeUnit.SECONDS));
    assertThrows(TimeoutException.class, () -> future.get(1, TimeUnit.MILLISECONDS));

    assertTrue(future.cancel(true));
    assertTrue(cancelled.await(30, TimeUnit.SECONDS));
    assertThrows(CancellationException.class, future::get);
  }

  @Test
  void runCoroutineThreadsafe_showsTheTasksCancellation() {
    java.util.concurrent.Future<Void> future = runCoroutineThreadsafe(cancelMyself(), loop);
    assertThrows(CancellationException.class, future::get);
    assertTrue(future.isCancelled());
  }

  @Test
  void runCoroutineThreadsafe_showsTheFailureOfTheTaskFactory() throws Exception {
    CountDownLatch reported = new CountDownLatch(1);
    loop.callSoonThreadsafe(
        () -> {
          loop.setTaskFactory(new BrokenTaskFactory());
          loop.setExceptionHandler((failing, context) -> reported.countDown());
        });
    Coroutine<Thread> unused = threadOfCoroutine();
    ExecutionException failure =
        assertThrows(ExecutionException.class, () -> runCoroutineThreadsafe(unused, loop).get());
    assertEquals("broken factory", failure.getCause().getMessage());
    assertTrue(reported.await(30, TimeUnit.SECONDS));
  }

  private static final class BrokenTaskFactory implements TaskFactory {
    @Override
    public <T> Task<T> createTask(
        EventLoop loop, Coroutine<T> coroutine, String name, Context context) {
      throw new IllegalStateException("broken factory");
    }
  }

  @Test
  void runCoroutineThreadsafe_refusesNullsAndClosedLoops() {
    Coroutine<Thread> coroutine = threadOfCoroutine();
    assertThrows(NullPointerException.class, () -> runCoroutineThreadsafe(null, loop));
    assertThrows(NullPointerException.class, () -> runCoroutineThreadsafe(coroutine, null));
    EventLoop closed = EventLoop.create();
    closed.close();
    assertThrows(IllegalStateException.class, () -> runCoroutineThreadsafe(coroutine, closed));
  }

  @Test
  void toThread_callsOnceForEachAwait() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    assertEquals(10, runCoroutineThreadsafe(callTenTimes(calls), loop).get().size());
    assertEquals(10, calls.get());
  }

  @Test
  void toThread_seesTheContextVariables() throws Exception {
    assertEquals("parrot", runCoroutineThreadsafe(readInThread(), loop).get());
  }

  @Test
  void getOnTheLoopsThread_isRefused() throws Exception {
    assertTrue(runCoroutineThreadsafe(blockOnOwnLoop(), loop).get());
  }

  @Test
  void toThread_runsElsewhereAndComesBack() throws Exception {
    assertEquals(
        List.of("elsewhere", "back on the loop"),
        runCoroutineThreadsafe(callInThread(), loop).get());
  }

  @Test
  void toThread_throwsWhatTheCallThrows() throws Exception {
    assertEquals("disk", runCoroutineThreadsafe(catchFromThread(), loop).get());
  }

  @Test
  void toThread_letsTheLoopGoOn() throws Exception {
    assertEquals("released", runCoroutineThreadsafe(releaseFromLoop(), loop).get());
  }

  @Test
  void runInExecutor_runsOnThatExecutor() throws Exception {
    ExecutorService named = Executors.newSingleThreadExecutor(work -> new Thread(work, "named"));
    assertEquals("named", runCoroutineThreadsafe(threadNameIn(named), loop).get());
    named.shutdown();
  }

  @Test
  void runInExecutor_leavesOutACallThatIsCancelledInTime() throws Exception {
    List<Runnable> queued = new ArrayList<>();
    java.util.concurrent.Future<Void> done =
        runCoroutineThreadsafe(cancelCall(queued, events), loop);
    done.get();
    queued.get(0).run();

    assertEquals(List.of("cancelled"), events);
  }

  @Test
  void otherThreads_completeAFuture() throws Exception {
    assertEquals("from another thread", runCoroutineThreadsafe(awaitOther(), loop).get());
  }

  @Test
  void severalLoops_runSideBySide() throws Exception {
    EventLoop other = EventLoop.create();
    Thread otherThread = new Thread(other::runForever, "other");
    otherThread.start();

    assertSame(loopThread, runCoroutineThreadsafe(threadOfCoroutine(), loop).get());
    assertSame(otherThread, runCoroutineThreadsafe(threadOfCoroutine(), other).get());
    other.callSoonThreadsafe(other::stop);
    otherThread.join();
    assertFalse(other.isRunning());
    other.close();
  }

  @Async
  private static Coroutine<Thread> threadOfCoroutine() {
    await(sleep(Duration.ZERO));
    return result(getRunningLoop().currentTask() == null ? null : Thread.currentThread());
  }

  @Async
  private static Coroutine<String> failing() throws IOException {
    await(sleep(Duration.ofMillis(1)));
    throw new IOException("disk");
  }

  @Async
  private static Coroutine<Void> waitForEver(CountDownLatch started, CountDownLatch cancelled) {
    started.countDown();
    try {
      await(getRunningLoop().createFuture());
    } finally {
      cancelled.countDown();
    }
    return result();
  }

  @Async
  private static Coroutine<Void> cancelMyself() {
    Asyncio.currentTask().cancel();
    await(sleep(Duration.ZERO));
    return result();
  }

  @Async
  @SuppressWarnings("BlockingCall") // the refusal is what is tested
  private static Coroutine<Boolean> blockOnOwnLoop() throws Exception {
    try {
      runCoroutineThreadsafe(sleep(Duration.ZERO), getRunningLoop()).get();
    } catch (WrongLoopException refused) {
      return result(true);
    }
    return result(false);
  }

  @Async
  private static Coroutine<List<String>> callInThread() {
    Thread before = Thread.currentThread();
    Thread elsewhere = await(toThread(Thread::currentThread));
    return result(
        List.of(
            elsewhere == before ? "same thread" : "elsewhere",
            Thread.currentThread() == before ? "back on the loop" : "lost"));
  }

  @Async
  private static Coroutine<List<Integer>> callTenTimes(AtomicInteger calls) {
    List<Coroutine<Integer>> all = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      all.add(toThread(calls::incrementAndGet));
    }
    assertEquals(0, calls.get());
    return result(await(gather(all)));
  }

  @Async
  private static Coroutine<String> readInThread() {
    BIRD.set("parrot");
    return result(await(toThread(BIRD::get)));
  }

  @Async
  private static Coroutine<String> catchFromThread() {
    try {
      await(toThread(ThreadsTest::readBrokenDisk));
    } catch (IOException failure) {
      return result(failure.getMessage());
    }
    return result("no failure");
  }

  private static String readBrokenDisk() throws IOException {
    throw new IOException("disk");
  }

  @Async
  private static Coroutine<String> releaseFromLoop() throws InterruptedException {
    CountDownLatch latch = new CountDownLatch(1);
    Task<String> blocking = createTask(toThread(() -> awaitLatch(latch)));
    await(sleep(Duration.ZERO));
    latch.countDown();
    return result(await(blocking));
  }

  private static String awaitLatch(CountDownLatch latch) throws InterruptedException {
    return latch.await(30, TimeUnit.SECONDS) ? "released" : "the loop was blocked";
  }

  @Async
  private static Coroutine<String> threadNameIn(ExecutorService executor) {
    return result(
        await(getRunningLoop().runInExecutor(executor, () -> Thread.currentThread().getName())));
  }

  @Async
  private static Coroutine<Void> cancelCall(List<Runnable> queued, List<String> events) {
    Future<Boolean> call =
        getRunningLoop().runInExecutor(queued::add, () -> events.add("was called"));
    call.cancel();
    try {
      await(call);
    } catch (CancelledError cancelled) {
      events.add("cancelled");
    }
    return result();
  }

  @Async
  private static Coroutine<String> awaitOther() {
    EventLoop loop = getRunningLoop();
    Future<String> future = loop.createFuture();
    new Thread(() -> loop.callSoonThreadsafe(() -> future.setResult("from another thread")))
        .start();
    return result(await(future));
  }
}
