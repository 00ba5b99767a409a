package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.currentTask;
import static io.jasyncio.Asyncio.getRunningLoop;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.annotations.Async;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledIf;

/** Ctrl-C while a program runs, sent by the process to itself. See also {@link CtrlCTest}. */
@Timeout(60)
@DisabledIf(value = "io.jasyncio.Sigint#isIgnored", disabledReason = Sigint.IGNORED)
class InterruptTest {

  private static final RunOptions THROW = RunOptions.DEFAULT.withOnInterrupt(OnInterrupt.THROW);

  private final List<String> events = new ArrayList<>();

  @Test
  void programThatWaits_isCancelled() {
    try (Runner runner = new Runner(THROW)) {
      Future<Void> never = runner.getLoop().createFuture();
      KeyboardInterrupt interrupt =
          assertThrows(KeyboardInterrupt.class, () -> runner.run(interruptAndWait(never)));

      assertTrue(interrupt.getCause() instanceof CancelledError);
      assertTrue(never.cancelled());
      assertEquals(List.of("cleaned up, cancelling 1"), events);
    }
  }

  @Test
  void programThatNeverWaitsForLong_isCancelled() {
    try (Runner runner = new Runner(THROW)) {
      assertThrows(KeyboardInterrupt.class, () -> runner.run(interruptAndSpin()));
    }
    assertEquals(List.of("stopped spinning"), events);
  }

  @Test
  void programThatCatchesTheCancellation_returns() {
    try (Runner runner = new Runner(THROW)) {
      assertEquals("went on", runner.run(interruptAndGoOn()));
      assertEquals("next run", runner.run(sleep(Duration.ZERO, "next run")));
    }
  }

  @Test
  void programThatIsCancelledAnyway_isNoInterrupt() {
    try (Runner runner = new Runner(THROW)) {
      assertThrows(CancelledError.class, () -> runner.run(interruptCancelled()));
    }
  }

  @Test
  void run_closesTheLoopBeforeItThrows() {
    EventLoop loop = EventLoop.create();
    assertThrows(
        KeyboardInterrupt.class,
        () -> Asyncio.run(() -> interruptLeavingATask(), THROW.withLoopFactory(() -> loop)));

    assertTrue(loop.isClosed());
    assertEquals(List.of("left task cancelled"), events);
  }

  @Test
  void twoPrograms_areBothCancelled() throws InterruptedException {
    Thread other =
        new Thread(
            () -> assertThrows(KeyboardInterrupt.class, () -> Asyncio.run(waitStarted(), THROW)));
    other.start();
    awaitEvent("other waits");
    assertThrows(
        KeyboardInterrupt.class, () -> Asyncio.run(() -> interruptAndWait(newFuture()), THROW));
    other.join();

    assertTrue(events.contains("other cleaned up"), events.toString());
  }

  @Test
  void handlerOfTheProgram_staysInForce() {
    try (Runner runner = new Runner(THROW)) {
      Future<Void> handled = runner.getLoop().createFuture();
      runner.getLoop().addSignalHandler("INT", () -> handled.setResult(null));
      runner.run(interruptAndWait(handled));
    }
    assertEquals(List.of("cleaned up, cancelling 0"), events);
  }

  private static Future<Void> newFuture() {
    return getRunningLoop().createFuture();
  }

  private synchronized void tell(String event) {
    events.add(event);
    notifyAll();
  }

  private synchronized void awaitEvent(String event) throws InterruptedException {
    while (!events.contains(event)) {
      wait();
    }
  }

  @Async
  private Coroutine<Void> interruptAndWait(Future<Void> never) {
    Signals.raise("INT");
    try {
      await(never);
    } finally {
      tell("cleaned up, cancelling " + currentTask().cancelling());
    }
    return result();
  }

  @Async
  private Coroutine<Void> waitStarted() {
    tell("other waits");
    try {
      await(newFuture());
    } finally {
      tell("other cleaned up");
    }
    return result();
  }

  @Async
  private Coroutine<Void> interruptAndSpin() {
    Signals.raise("INT");
    try {
      while (true) {
        await(sleep(Duration.ZERO));
      }
    } finally {
      tell("stopped spinning");
    }
  }

  @Async
  private static Coroutine<String> interruptAndGoOn() {
    Signals.raise("INT");
    try {
      await(newFuture());
    } catch (CancelledError cancelled) {
      return result("went on");
    }
    return result("not interrupted");
  }

  @Async
  private static Coroutine<Void> interruptCancelled() {
    currentTask().cancel();
    Signals.raise("INT");
    while (currentTask().cancelling() < 2) {
      try {
        await(sleep(Duration.ZERO));
      } catch (CancelledError cancelled) {
        // Waits for the other one.
      }
    }
    throw new CancelledError("by both");
  }

  @Async
  private Coroutine<Void> interruptLeavingATask() {
    createTask(tellCancellation());
    await(sleep(Duration.ZERO));
    Signals.raise("INT");
    await(newFuture());
    return result();
  }

  @Async
  private Coroutine<Void> tellCancellation() {
    try {
      await(newFuture());
    } finally {
      tell("left task cancelled");
    }
    return result();
  }
}
