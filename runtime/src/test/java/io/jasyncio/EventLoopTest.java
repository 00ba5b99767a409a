package io.jasyncio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventLoopTest {

  private final EventLoop loop = VirtualLoop.create();
  private final List<String> events = new ArrayList<>();

  @AfterEach
  void close() {
    loop.close();
  }

  @Test
  void callSoon_callsInOrder() {
    loop.callSoon(() -> events.add("a"));
    loop.callSoon(() -> events.add("b"));
    loop.callSoon(() -> events.add("c"));
    runOneTurn();

    assertEquals(List.of("a", "b", "c"), events);
  }

  @Test
  void callSoonInCallback_runsInTheNextTurn() {
    loop.callSoon(
        () -> {
          events.add("a");
          loop.callSoon(() -> events.add("made by a"));
        });
    loop.callSoon(() -> events.add("b"));
    runOneTurn();
    events.add("turn over");
    runOneTurn();

    assertEquals(List.of("a", "b", "turn over", "made by a"), events);
  }

  @Test
  void callSoon_growsBeyondTheFirstBuffer() {
    List<Integer> numbers = new ArrayList<>();
    List<Integer> expected = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      int number = i;
      expected.add(number);
      loop.callSoon(() -> numbers.add(number));
    }
    runOneTurn();

    assertEquals(expected, numbers);
  }

  @Test
  void callLater_callsByTimeAndThenByOrder() {
    loop.callLater(Duration.ofSeconds(2), () -> events.add("2s"));
    loop.callLater(Duration.ofSeconds(1), () -> events.add("1s first"));
    loop.callLater(Duration.ofSeconds(1), () -> events.add("1s second"));
    loop.callLater(Duration.ofSeconds(-5), () -> events.add("at once"));
    loop.callSoon(() -> events.add("soon"));
    runUntil(Duration.ofSeconds(3));

    assertEquals(List.of("soon", "at once", "1s first", "1s second", "2s"), events);
  }

  @Test
  void callAt_isMeasuredByTheClock() {
    TimerHandle handle = loop.callAt(loop.time() + 500, () -> events.add("time " + loop.time()));
    runUntil(Duration.ofSeconds(1));

    assertEquals(500, handle.when());
    assertEquals(List.of("time 500"), events);
  }

  @Test
  void callLaterForEver_isNeverCalled() {
    loop.callLater(Duration.ofSeconds(Long.MAX_VALUE), () -> events.add("never"));
    runUntil(Duration.ofDays(1000));

    assertEquals(List.of(), events);
  }

  @Test
  void cancelledHandles_areNotCalled() {
    Handle soon = loop.callSoon(() -> events.add("soon"));
    TimerHandle later = loop.callLater(Duration.ofSeconds(1), () -> events.add("later"));
    soon.cancel();
    later.cancel();
    later.cancel();
    loop.callLater(Duration.ofSeconds(2), () -> events.add("kept"));
    runUntil(Duration.ofSeconds(3));

    assertTrue(soon.cancelled());
    assertTrue(later.cancelled());
    assertEquals(List.of("kept"), events);
  }

  @Test
  void manyCancelledTimers_leaveTheOthersInOrder() {
    List<TimerHandle> handles = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      int second = i;
      handles.add(loop.callLater(Duration.ofSeconds(500 - i), () -> events.add("" + second)));
    }
    for (int i = 0; i < 500; i++) {
      if (i % 5 == 0) {
        expected.add(0, "" + i);
      } else {
        handles.get(i).cancel();
      }
    }
    runUntil(Duration.ofSeconds(501));

    assertEquals(expected, events);
  }

  @Test
  void callSoonThreadsafeOnTheLoopsThread_keepsTheOrder() {
    loop.callSoonThreadsafe(() -> events.add("before the run, thread-safe"));
    loop.callSoon(() -> events.add("before the run"));
    loop.callSoon(
        () -> {
          loop.callSoonThreadsafe(() -> events.add("a"));
          loop.callSoon(() -> events.add("b"));
        });
    runOneTurn();
    runOneTurn();

    assertEquals(List.of("before the run, thread-safe", "before the run", "a", "b"), events);
  }

  @Test
  void stop_runsWhatIsReadyAndNotWhatComesAfter() {
    loop.callSoon(
        () -> {
          loop.stop();
          loop.callSoon(() -> events.add("next turn"));
        });
    loop.callSoon(() -> events.add("same turn"));
    loop.runForever();

    assertEquals(List.of("same turn"), events);
  }

  @Test
  void stopBeforeRun_runsOneTurn() {
    loop.callSoon(() -> events.add("a"));
    loop.stop();
    loop.runForever();
    assertEquals(List.of("a"), events);
    assertFalse(loop.isRunning());
  }

  @Test
  void exceptionInCallback_goesToTheHandlerAndTheLoopGoesOn() {
    List<ErrorContext> errors = new ArrayList<>();
    loop.setExceptionHandler((handled, context) -> errors.add(context));
    IllegalArgumentException failure = new IllegalArgumentException("boom");
    Handle handle =
        loop.callSoon(
            () -> {
              throw failure;
            });
    loop.callSoon(() -> events.add("goes on"));
    runOneTurn();

    assertEquals(List.of("goes on"), events);
    assertEquals(1, errors.size());
    assertSame(failure, errors.get(0).exception());
    assertTrue(errors.get(0).message().startsWith("Exception in callback"));
    assertSame(handle, errors.get(0).details().get("handle"));
  }

  @Test
  void exceptionInHandler_doesNotEndTheLoop() {
    loop.setExceptionHandler(
        (handled, context) -> {
          events.add("handler");
          throw new IllegalStateException("handler failed, which is logged: this is a test");
        });
    loop.callSoon(
        () -> {
          throw new IllegalArgumentException("boom: this is a test");
        });
    loop.callSoon(() -> events.add("goes on"));
    runOneTurn();

    assertEquals(List.of("handler", "goes on"), events);
  }

  @Test
  void runningLoop_isKnownInsideOnly() {
    loop.callSoon(() -> events.add(Asyncio.getRunningLoop() == loop ? "known" : "other"));
    runOneTurn();

    assertEquals(List.of("known"), events);
    assertThrows(IllegalStateException.class, Asyncio::getRunningLoop);
  }

  @Test
  void nestedRun_isRefused() {
    EventLoop other = VirtualLoop.create();
    loop.callSoon(() -> failsWith("already running", loop::runForever));
    loop.callSoon(() -> failsWith("another loop", other::runForever));
    loop.callSoon(() -> failsWith("running event loop", () -> Asyncio.run(done())));
    loop.callSoon(() -> failsWith("Cannot close", loop::close));
    runOneTurn();

    assertEquals(
        List.of("already running", "another loop", "running event loop", "Cannot close"), events);
  }

  @Test
  void closedLoop_refusesEverything() {
    loop.close();
    loop.close();

    assertTrue(loop.isClosed());
    failsWith("closed", () -> loop.callSoon(() -> {}));
    failsWith("closed", () -> loop.callLater(Duration.ZERO, () -> {}));
    failsWith("closed", () -> loop.callSoonThreadsafe(() -> {}));
    failsWith("closed", () -> loop.createTask(done()));
    failsWith("closed", () -> loop.runInExecutor(() -> null));
    failsWith("closed", loop::runForever);
    assertEquals(6, events.size());
  }

  @Test
  void stopBeforeTheFutureIsDone_isAnError() {
    Future<String> never = loop.createFuture();
    loop.callSoon(loop::stop);

    failsWith("stopped before Future completed", () -> loop.runUntilComplete(never));
    never.setResult("late");
    assertEquals("late", loop.runUntilComplete(never));
  }

  @Test
  void futureOfAnotherLoop_isRefused() {
    EventLoop other = VirtualLoop.create();
    assertThrows(WrongLoopException.class, () -> loop.runUntilComplete(other.createFuture()));
  }

  @Test
  void foreignThread_isRefusedWhileTheLoopRuns() throws InterruptedException {
    AtomicReference<Throwable> refused = new AtomicReference<>();
    Future<String> future = loop.createFuture();
    Thread foreign =
        new Thread(
            () -> {
              refused.set(assertThrows(WrongLoopException.class, () -> future.setResult("x")));
              loop.callSoonThreadsafe(() -> future.setResult("passed on"));
            });
    loop.callSoon(foreign::start);

    assertEquals("passed on", loop.runUntilComplete(future));
    foreign.join();
    assertTrue(refused.get().getMessage().contains("callSoonThreadsafe"));
  }

  @Test
  void interrupt_isKeptForTheCaller() {
    try (EventLoop real = EventLoop.create()) {
      real.callLater(Duration.ofMillis(2), real::stop);
      Thread.currentThread().interrupt();
      real.runForever();
      assertTrue(Thread.interrupted());
    }
  }

  @Test
  void taskIsCurrent_onlyWhileItRuns() {
    loop.callSoon(() -> assertNull(Asyncio.currentTask()));
    Task<Task<?>> task = loop.createTask(new CurrentTask());

    assertSame(task, loop.runUntilComplete(task));
    assertNull(loop.currentTask());
    assertEquals(0, loop.allTasks().size());
  }

  private static final class CurrentTask extends Coroutine<Task<?>> {
    @Override
    protected Object resume(io.jasyncio.codegen.Execution execution) {
      return Asyncio.currentTask();
    }
  }

  private static Coroutine<Void> done() {
    return Coroutine.completed(null);
  }

  private void failsWith(String words, Runnable action) {
    IllegalStateException failure = assertThrows(IllegalStateException.class, action::run);
    assertTrue(failure.getMessage().contains(words), failure.getMessage());
    events.add(words);
  }

  private void runOneTurn() {
    loop.stop();
    loop.runForever();
  }

  private void runUntil(Duration time) {
    loop.callLater(time, loop::stop);
    loop.runForever();
  }
}
