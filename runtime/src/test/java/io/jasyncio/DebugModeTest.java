package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.getRunningLoop;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.annotations.Async;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The exception handler, and what debug mode reports to it and to the log. */
class DebugModeTest {

  private static final Logger LOGGER = Logger.getLogger(EventLoop.class.getName());

  private final SetClock clock = new SetClock();
  private final EventLoop loop = EventLoop.create(clock);
  private final List<ErrorContext> errors = new ArrayList<>();
  private final List<LogRecord> log = new ArrayList<>();

  private final Handler logHandler =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          log.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    loop.setExceptionHandler((unused, error) -> errors.add(error));
    LOGGER.addHandler(logHandler);
    LOGGER.setUseParentHandlers(false);
  }

  @AfterEach
  void stopListening() {
    loop.close();
    LOGGER.removeHandler(logHandler);
    LOGGER.setUseParentHandlers(true);
  }

  private void runOneTurn() {
    loop.callSoon(loop::stop);
    loop.runForever();
  }

  private ErrorContext onlyError() {
    assertEquals(1, errors.size(), errors::toString);
    return errors.get(0);
  }

  private LogRecord onlyLogEntry() {
    assertEquals(1, log.size());
    return log.get(0);
  }

  @Async
  private static Coroutine<Void> nothing() {
    return result();
  }

  @Async
  private static Coroutine<Void> fail(RuntimeException failure) {
    await(sleep(Duration.ZERO));
    throw failure;
  }

  @Async
  private static Coroutine<Void> forever() {
    await(getRunningLoop().<Void>createFuture());
    return result();
  }

  // The exception handler

  @Test
  void exceptionInCallback_isLoggedByDefault() {
    loop.setExceptionHandler(null);
    assertNull(loop.getExceptionHandler());
    ArithmeticException failure = new ArithmeticException();
    loop.callSoon(
        () -> {
          throw failure;
        });
    runOneTurn();

    assertEquals(Level.SEVERE, onlyLogEntry().getLevel());
    assertSame(failure, onlyLogEntry().getThrown());
    assertTrue(onlyLogEntry().getMessage().startsWith("Exception in callback"));
  }

  @Test
  void exceptionInTimer_isLoggedByDefault() {
    loop.setExceptionHandler(null);
    ArithmeticException failure = new ArithmeticException();
    loop.callLater(
        Duration.ZERO,
        () -> {
          throw failure;
        });
    runOneTurn();
    runOneTurn();

    assertSame(failure, onlyLogEntry().getThrown());
  }

  @Test
  void customHandler_getsTheContext() {
    loop.setDebug(true);
    ArithmeticException failure = new ArithmeticException();
    Handle handle =
        loop.callSoon(
            () -> {
              throw failure;
            });
    runOneTurn();

    assertSame(failure, onlyError().exception());
    assertSame(handle, onlyError().details().get("handle"));
    assertTrue(
        onlyError().details().get("created at").toString().contains("DebugModeTest.customHandler_"),
        onlyError().toString());
    assertEquals(List.of(), log);
  }

  @Test
  void brokenHandler_isReportedByTheDefault() {
    IllegalStateException broken = new IllegalStateException("spam");
    loop.setExceptionHandler(
        (unused, error) -> {
          throw broken;
        });
    loop.callSoon(
        () -> {
          throw new ArithmeticException();
        });
    runOneTurn();

    assertTrue(onlyLogEntry().getMessage().startsWith("Unhandled error in exception handler"));
    assertSame(broken, onlyLogEntry().getThrown());
  }

  @Test
  void brokenDescription_doesNotBreakTheDefaultHandler() {
    Object broken =
        new Object() {
          @Override
          public String toString() {
            throw new IllegalStateException("no description");
          }
        };
    loop.setExceptionHandler(null);
    loop.callExceptionHandler(
        new ErrorContext("something", null, java.util.Map.of("object", broken)));

    assertTrue(onlyLogEntry().getMessage().startsWith("Exception in default exception handler"));
  }

  @Test
  void taskThatFailsInRun_isNotReported() {
    assertThrows(
        IllegalStateException.class,
        () -> loop.runUntilComplete(fail(new IllegalStateException())));
    loop.close();

    assertEquals(List.of(), errors);
  }

  // Debug mode

  @Test
  void setDebug_switches() {
    loop.setDebug(true);
    assertTrue(loop.getDebug());
    loop.setDebug(true);
    loop.setDebug(false);
    assertFalse(loop.getDebug());
  }

  @Test
  void systemProperty_switchesNewLoops() {
    String before = System.getProperty("jasyncio.debug");
    try {
      for (String value : List.of("true", "", "false")) {
        System.setProperty("jasyncio.debug", value);
        try (EventLoop other = EventLoop.create()) {
          assertEquals(!value.equals("false"), other.getDebug(), value);
        }
      }
    } finally {
      if (before == null) {
        System.clearProperty("jasyncio.debug");
      } else {
        System.setProperty("jasyncio.debug", before);
      }
    }
  }

  @Test
  void neverAwaitedCoroutine_isReportedWhenTheLoopIsClosed() {
    loop.setDebug(true);
    loop.runUntilComplete(forgetIt());
    assertEquals(List.of(), errors);
    loop.close();

    String message = onlyError().message();
    assertTrue(
        message.startsWith("coroutine was never awaited: io.jasyncio.DebugModeTest.nothing("),
        message);
    String createdAt = onlyError().details().get("created at").toString();
    assertTrue(
        createdAt.startsWith("\n    at io.jasyncio.DebugModeTest.forgetIt(DebugModeTest.java:"),
        createdAt);
  }

  @Async
  @SuppressWarnings("NeverAwaited")
  private static Coroutine<Void> forgetIt() {
    Coroutine<Void> unused = nothing();
    await(nothing());
    await(createTask(nothing()));
    nothing().close();
    return result();
  }

  @Test
  void neverAwaitedCoroutine_isReportedOnceItIsCollected() {
    loop.setDebug(true);
    loop.runUntilComplete(forgetIt());
    for (int i = 0; i < 1000 && errors.isEmpty(); i++) {
      System.gc();
      runOneTurn();
    }

    assertTrue(onlyError().message().startsWith("coroutine was never awaited"));
  }

  @Test
  void neverRetrievedException_isReported() {
    loop.setDebug(true);
    IllegalStateException failure = new IllegalStateException();
    loop.createTask(fail(failure), "failing");
    loop.createFuture().setException(failure);
    runOneTurn();
    runOneTurn();
    loop.close();

    assertEquals(
        List.of("Future exception was never retrieved", "Task exception was never retrieved"),
        errors.stream().map(ErrorContext::message).sorted().toList());
    errors.forEach(error -> assertSame(failure, error.exception()));
    assertTrue(errors.toString().contains("neverRetrievedException_isReported"));
  }

  @Test
  void neverRetrievedException_isReportedOnceItIsCollected() {
    loop.setDebug(true);
    loop.createTask(fail(new IllegalStateException()));
    runOneTurn();
    for (int i = 0; i < 1000 && errors.isEmpty(); i++) {
      runOneTurn();
      System.gc();
    }

    assertEquals("Task exception was never retrieved", onlyError().message());
  }

  @Test
  void retrievedExceptions_areNotReported() {
    loop.setDebug(true);
    IllegalStateException failure = new IllegalStateException();
    Task<Void> asked = loop.createTask(fail(failure));
    Task<Void> awaited = loop.createTask(fail(failure));
    loop.runUntilComplete(catchIt(awaited));
    assertSame(failure, asked.exception());
    CompletableFuture<Void> unused = loop.createTask(fail(failure)).toCompletableFuture();
    runOneTurn();
    runOneTurn();
    runOneTurn();
    loop.close();

    assertEquals(List.of(), errors);
  }

  @Async
  private static Coroutine<Void> catchIt(Task<Void> task) {
    try {
      await(task);
    } catch (IllegalStateException expected) {
      return result();
    }
    throw new AssertionError();
  }

  @Test
  void withoutDebugMode_nothingIsWatched() {
    loop.setDebug(false);
    loop.runUntilComplete(forgetIt());
    loop.createTask(fail(new IllegalStateException()));
    runOneTurn();
    runOneTurn();
    loop.close();

    assertEquals(List.of(), errors);
  }

  @Test
  void pendingTask_isReportedWhenTheLoopIsClosed() {
    loop.createTask(forever(), "pending");
    runOneTurn();
    loop.close();

    assertEquals("Task was destroyed but it is pending!", onlyError().message());
    assertTrue(onlyError().details().get("task").toString().contains("'pending'"));
    assertTrue(onlyError().details().get("waits").toString().contains("DebugModeTest.forever("));
  }

  @Test
  void slowCallback_isLogged() {
    loop.setDebug(true);
    assertEquals(Duration.ofMillis(100), loop.getSlowCallbackDuration());
    loop.callSoon(() -> clock.now += Duration.ofMillis(99).toNanos());
    runOneTurn();
    assertEquals(List.of(), log);

    loop.callSoon(() -> clock.now += Duration.ofMillis(100).toNanos());
    runOneTurn();
    assertEquals(Level.WARNING, onlyLogEntry().getLevel());
    assertTrue(
        onlyLogEntry().getMessage().matches("Executing callback .* took 0\\.100 seconds"),
        onlyLogEntry().getMessage());
  }

  @Test
  void slowStep_isLogged() {
    loop.setDebug(true);
    loop.setSlowCallbackDuration(Duration.ofSeconds(1));
    loop.createTask(takeTime(), "slow");
    runOneTurn();

    assertTrue(
        onlyLogEntry().getMessage().matches("Executing Task 'slow'.* took 2\\.000 seconds"),
        onlyLogEntry().getMessage());
  }

  @Async
  private Coroutine<Void> takeTime() {
    clock.now += Duration.ofSeconds(2).toNanos();
    return result();
  }

  @Test
  void slowCallbackWithoutDebugMode_isNotLogged() {
    loop.setDebug(false);
    loop.callSoon(() -> clock.now += Duration.ofHours(1).toNanos());
    runOneTurn();

    assertEquals(List.of(), log);
  }

  @Test
  void loopEndedByAnException_canRunAgain() {
    EventLoop failing =
        EventLoop.create(
            new Poller() {
              private int polls;

              @Override
              public void poll(long nanos) {
                polls++;
                if (polls == 2) {
                  throw new StackOverflowError("the poller breaks");
                }
              }

              @Override
              public void wakeup() {}
            });
    assertThrows(StackOverflowError.class, () -> failing.runUntilComplete(yieldThrice()));
    failing.runUntilComplete(yieldThrice());
    assertFalse(failing.isRunning());
    failing.runUntilComplete(yieldThrice());
    failing.close();
  }

  @Async
  private static Coroutine<Void> yieldThrice() {
    for (int i = 0; i < 3; i++) {
      await(sleep(Duration.ZERO));
    }
    return result();
  }
}
