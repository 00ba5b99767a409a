package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.getRunningLoop;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.run;
import static io.jasyncio.Asyncio.sleep;
import static io.jasyncio.Asyncio.toThread;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.annotations.Async;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunTest {

  private final List<String> events = new ArrayList<>();
  private EventLoop usedLoop;

  @Test
  void lambda_isRun() {
    assertEquals("x", run(() -> sleep(Duration.ofMillis(1), "x")));
  }

  @Test
  void lambdaThatThrows_failsInsideTheLoop() {
    IOException failure =
        assertThrows(
            IOException.class,
            () ->
                run(
                    () -> {
                      throw new IOException("disk");
                    }));
    assertEquals("disk", failure.getMessage());
  }

  @Test
  void tasksThatAreLeft_areCancelledAndWaitedFor() {
    assertEquals("main", VirtualLoop.run(leaveTwoTasks()));

    assertEquals(
        List.of("a starts", "b starts", "a cancelled", "b cancelled", "a cleaned up"), events);
    assertTrue(usedLoop.isClosed());
  }

  @Test
  void tasksThatAreLeftWhenMainFails_areCancelledToo() {
    assertThrows(IllegalStateException.class, () -> VirtualLoop.run(leaveAndFail()));

    assertEquals(List.of("a starts", "a cancelled", "a cleaned up"), events);
    assertTrue(usedLoop.isClosed());
  }

  @Test
  void failureOfATaskThatIsLeft_goesToTheHandler() {
    VirtualLoop.run(leaveFailing());

    assertEquals(List.of("unhandled exception during run() shutdown: clean-up failed"), events);
  }

  @Test
  void blockingCall_isWaitedFor() throws InterruptedException {
    VirtualLoop.run(leaveBlockingCall());

    assertEquals(List.of("main ends", "blocking call ends"), events);
  }

  @Test
  void nestedRun_isRefused() {
    VirtualLoop.run(runInside());

    assertEquals(1, events.size());
    assertTrue(events.get(0).contains("cannot be called from a running event loop"));
  }

  @Test
  void blockingCallAfterShutdown_isRefused() {
    VirtualLoop.run(callAfterShutdown());

    assertEquals(1, events.size());
    assertTrue(events.get(0).startsWith("Executor shutdown has been called"), events.get(0));
  }

  @Async
  private Coroutine<String> leaveTwoTasks() {
    usedLoop = getRunningLoop();
    createTask(sleepAndCleanUp("a", Duration.ofSeconds(1)));
    createTask(sleepAndCleanUp("b", Duration.ofSeconds(0)));
    await(sleep(Duration.ZERO));
    return result("main");
  }

  @Async
  private Coroutine<Void> sleepAndCleanUp(String name, Duration cleanUp) {
    events.add(name + " starts");
    try {
      await(sleep(Duration.ofHours(1)));
    } finally {
      events.add(name + " cancelled");
      if (!cleanUp.isZero()) {
        await(sleep(cleanUp));
        events.add(name + " cleaned up");
      }
    }
    return result();
  }

  @Async
  private Coroutine<String> leaveAndFail() {
    usedLoop = getRunningLoop();
    createTask(sleepAndCleanUp("a", Duration.ofSeconds(1)));
    await(sleep(Duration.ZERO));
    throw new IllegalStateException("main failed");
  }

  @Async
  private Coroutine<Void> leaveFailing() {
    getRunningLoop()
        .setExceptionHandler(
            (loop, context) ->
                events.add(context.message() + ": " + context.exception().getMessage()));
    createTask(failWhenCancelled());
    await(sleep(Duration.ZERO));
    return result();
  }

  @Async
  private Coroutine<Void> failWhenCancelled() {
    try {
      await(sleep(Duration.ofHours(1)));
    } catch (CancelledError cancelled) {
      throw new IllegalStateException("clean-up failed", cancelled);
    }
    return result();
  }

  @Async
  private Coroutine<Void> leaveBlockingCall() throws InterruptedException {
    EventLoop loop = getRunningLoop();
    Future<Void> begun = loop.createFuture();
    createTask(toThread(() -> waitForMain(loop, begun)));
    await(begun);
    synchronizedAdd("main ends");
    return result();
  }

  private synchronized boolean waitForMain(EventLoop loop, Future<Void> begun)
      throws InterruptedException {
    loop.callSoonThreadsafe(() -> begun.setResult(null));
    while (events.isEmpty()) {
      wait();
    }
    return events.add("blocking call ends");
  }

  private synchronized void synchronizedAdd(String event) {
    events.add(event);
    notifyAll();
  }

  @Async
  private Coroutine<Void> runInside() {
    try {
      run(() -> sleep(Duration.ZERO));
    } catch (IllegalStateException refused) {
      events.add(refused.getMessage());
    }
    return result();
  }

  @Async
  private Coroutine<Void> callAfterShutdown() {
    await(getRunningLoop().shutdownDefaultExecutor());
    try {
      await(toThread(() -> "x"));
    } catch (IllegalStateException refused) {
      events.add(refused.getMessage());
    }
    return result();
  }
}
