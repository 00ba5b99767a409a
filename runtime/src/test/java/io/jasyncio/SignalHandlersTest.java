package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.getRunningLoop;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.annotations.Async;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Timeout(60)
@DisabledOnOs(OS.WINDOWS) // has no SIGUSR2
class SignalHandlersTest {

  private final List<String> events = new ArrayList<>();

  @Test
  void handler_isCalledInTheLoop() {
    run(() -> handle("USR2"));

    assertEquals(List.of("handled in the loop"), events);
  }

  @Test
  void name_mayHaveItsPrefix() {
    run(() -> handle("SIGUSR2"));

    assertEquals(List.of("handled in the loop"), events);
  }

  @Test
  void handlerThatIsAddedLater_takesThePlace() {
    run(() -> replaceHandler());

    assertEquals(List.of("second"), events);
  }

  @Test
  void failureOfTheHandler_goesToTheExceptionHandler() {
    run(() -> failInHandler());

    assertEquals(List.of("boom"), events);
  }

  @Test
  void removedHandler_makesWayForTheOneBefore() {
    run(() -> removeHandler());

    assertEquals(List.of("removed true", "removed false", "outer"), events);
  }

  @Test
  void close_takesTheHandlersAway() {
    EventLoop first = EventLoop.create();
    EventLoop second = EventLoop.create();
    Future<Void> handled = first.createFuture();
    first.addSignalHandler("USR2", () -> handled.setResult(null));
    second.addSignalHandler("USR2", () -> events.add("closed loop's handler"));
    second.close();
    Signals.raise("USR2");
    first.runUntilComplete(handled);
    first.close();

    assertEquals(List.of(), events);
  }

  @Test
  void badSignals_areRefused() {
    EventLoop loop = EventLoop.create();
    IllegalArgumentException unknown =
        assertThrows(
            IllegalArgumentException.class, () -> loop.addSignalHandler("NONSENSE", () -> {}));
    assertTrue(
        unknown.getMessage().startsWith("The signal NONSENSE cannot be handled"),
        unknown.getMessage());
    assertThrows(IllegalArgumentException.class, () -> loop.addSignalHandler("KILL", () -> {}));
    assertThrows(NullPointerException.class, () -> loop.addSignalHandler(null, () -> {}));
    assertThrows(NullPointerException.class, () -> loop.addSignalHandler("USR2", null));
    assertFalse(loop.removeSignalHandler("USR2"));
    loop.close();
    assertThrows(IllegalStateException.class, () -> loop.addSignalHandler("USR2", () -> {}));
  }

  @Async
  private Coroutine<Void> handle(String signal) {
    EventLoop loop = getRunningLoop();
    Future<Void> handled = loop.createFuture();
    loop.addSignalHandler(
        signal,
        () -> {
          events.add(getRunningLoop() == loop ? "handled in the loop" : "handled elsewhere");
          handled.setResult(null);
        });
    Signals.raise(signal);
    await(handled);
    return result();
  }

  @Async
  private Coroutine<Void> replaceHandler() {
    EventLoop loop = getRunningLoop();
    Future<Void> handled = loop.createFuture();
    loop.addSignalHandler("USR2", () -> events.add("first"));
    loop.addSignalHandler(
        "SIGUSR2",
        () -> {
          events.add("second");
          handled.setResult(null);
        });
    Signals.raise("USR2");
    await(handled);
    return result();
  }

  @Async
  private Coroutine<Void> failInHandler() {
    EventLoop loop = getRunningLoop();
    Future<Void> reported = loop.createFuture();
    loop.setExceptionHandler(
        (failing, context) -> {
          events.add(context.exception().getMessage());
          reported.setResult(null);
        });
    loop.addSignalHandler("USR2", SignalHandlersTest::fail);
    Signals.raise("USR2");
    await(reported);
    return result();
  }

  private static void fail() {
    throw new IllegalStateException("boom");
  }

  @Async
  private Coroutine<Void> removeHandler() {
    EventLoop loop = getRunningLoop();
    EventLoop inner = EventLoop.create();
    Future<Void> handled = loop.createFuture();
    loop.addSignalHandler(
        "USR2",
        () -> {
          events.add("outer");
          handled.setResult(null);
        });
    inner.addSignalHandler("USR2", () -> events.add("inner"));
    events.add("removed " + inner.removeSignalHandler("USR2"));
    events.add("removed " + inner.removeSignalHandler("USR2"));
    inner.close();
    Signals.raise("USR2");
    await(handled);
    return result();
  }
}
