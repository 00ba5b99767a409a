package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.currentTask;
import static io.jasyncio.Asyncio.getEventLoop;
import static io.jasyncio.Asyncio.getRunningLoop;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.run;
import static io.jasyncio.Asyncio.sleep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.annotations.Async;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RunnerTest {

  private static final RunOptions VIRTUAL =
      RunOptions.DEFAULT.withLoopFactory(VirtualLoop::create).withOnInterrupt(OnInterrupt.THROW);

  private static final ContextVar<Integer> NUMBER = new ContextVar<>("number", 0);

  private final List<String> events = new ArrayList<>();

  @Test
  void severalRuns_shareOneLoop() {
    EventLoop loop;
    try (Runner runner = new Runner(VIRTUAL)) {
      loop = runner.getLoop();
      assertSame(loop, runner.run(loopOfCoroutine()));
      assertSame(loop, runner.run(() -> loopOfCoroutine()));
      assertFalse(loop.isClosed());
    }
    assertTrue(loop.isClosed());
  }

  @Test
  void tasksThatARunLeaves_goOnInTheNext() {
    try (Runner runner = new Runner(VIRTUAL)) {
      Task<String> left = runner.run(leaveTask());
      assertFalse(left.done());
      runner.run(sleep(Duration.ofSeconds(2)));
      assertEquals("x", left.result());
    }
  }

  @Test
  void close_cancelsWhatIsLeft() {
    Task<String> left;
    try (Runner runner = new Runner(VIRTUAL)) {
      left = runner.run(leaveTask());
    }
    assertTrue(left.cancelled());
  }

  @Test
  void closedRunner_isRefused() {
    Runner runner = new Runner(VIRTUAL);
    EventLoop loop = runner.getLoop();
    runner.close();
    runner.close();

    assertTrue(loop.isClosed());
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> runner.run(sleep(Duration.ZERO)));
    assertTrue(refused.getMessage().startsWith("Runner is closed"), refused.getMessage());
    assertThrows(IllegalStateException.class, runner::getLoop);
  }

  @Test
  void closeOfUnusedRunner_makesNoLoop() {
    AtomicReference<EventLoop> made = new AtomicReference<>();
    Runner runner =
        new Runner(
            VIRTUAL.withLoopFactory(
                () -> {
                  made.set(VirtualLoop.create());
                  return made.get();
                }));
    runner.close();

    assertEquals(null, made.get());
  }

  @Test
  void runInsideARun_isRefused() {
    try (Runner runner = new Runner(VIRTUAL)) {
      runner.run(runNested(runner));
    }
    assertEquals(1, events.size());
    assertTrue(events.get(0).contains("cannot be called from a running event loop"));
  }

  @Test
  void debug_isSetOnTheLoop() {
    assertTrue(run(debugOfLoop(), VIRTUAL.withDebug(true)));
    assertFalse(run(debugOfLoop(), VIRTUAL.withDebug(false)));
    assertTrue(run(() -> debugOfLoop(), VIRTUAL.withDebug(true)));
  }

  @Test
  void loopOfTheUsualKind_isTheThreadsLoopUntilTheEnd() {
    Runner runner = new Runner(RunOptions.DEFAULT.withOnInterrupt(OnInterrupt.LEAVE));
    EventLoop loop = runner.getLoop();
    assertSame(loop, getEventLoop());
    runner.run(sleep(Duration.ZERO));
    assertSame(loop, getEventLoop());
    runner.close();

    assertThrows(IllegalStateException.class, Asyncio::getEventLoop);
  }

  @Test
  void context_isKeptFromRunToRun() {
    try (Runner runner = new Runner(VIRTUAL)) {
      assertEquals(0, runner.run(setNumber(1)));
      assertEquals(1, runner.run(setNumber(2)));
      assertEquals(2, runner.run(setNumber(3)));
      assertEquals(0, runner.run(setNumber(4), new Context()));
      assertEquals(3, runner.run(setNumber(5)));
    }
    assertEquals(0, NUMBER.get());
  }

  @Test
  void cancelOfMain_isNoInterrupt() {
    try (Runner runner = new Runner(VIRTUAL)) {
      assertThrows(CancelledError.class, () -> runner.run(cancelMyself()));
    }
  }

  @Test
  void nullArguments_areRefused() {
    try (Runner runner = new Runner(VIRTUAL)) {
      assertThrows(NullPointerException.class, () -> runner.run((Coroutine<String>) null));
      assertThrows(NullPointerException.class, () -> runner.run((AsyncCallable<String>) null));
    }
    assertThrows(NullPointerException.class, () -> new Runner((RunOptions) null));
    assertThrows(NullPointerException.class, () -> RunOptions.DEFAULT.withLoopFactory(null));
    assertThrows(NullPointerException.class, () -> RunOptions.DEFAULT.withOnInterrupt(null));
  }

  @Async
  private static Coroutine<EventLoop> loopOfCoroutine() {
    await(sleep(Duration.ZERO));
    return result(getRunningLoop());
  }

  @Async
  private static Coroutine<Task<String>> leaveTask() {
    Task<String> left = createTask(sleep(Duration.ofSeconds(1), "x"));
    await(sleep(Duration.ZERO));
    return result(left);
  }

  @Async
  private Coroutine<Void> runNested(Runner runner) {
    Coroutine<Void> nested = sleep(Duration.ZERO);
    try {
      runner.run(nested);
    } catch (IllegalStateException refused) {
      events.add(refused.getMessage());
    }
    nested.close();
    return result();
  }

  @Async
  private static Coroutine<Boolean> debugOfLoop() {
    await(sleep(Duration.ZERO));
    return result(getRunningLoop().getDebug());
  }

  @Async
  private static Coroutine<Integer> setNumber(int number) {
    int before = NUMBER.get();
    await(sleep(Duration.ZERO));
    NUMBER.set(number);
    return result(before);
  }

  @Async
  private static Coroutine<Void> cancelMyself() {
    currentTask().cancel();
    await(sleep(Duration.ZERO));
    return result();
  }
}
