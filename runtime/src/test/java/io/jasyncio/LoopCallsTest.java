package io.jasyncio;

import static io.jasyncio.Asyncio.sleep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls of a loop's methods at its edges: odd arguments, and a loop that is closed. */
class LoopCallsTest {

  private final EventLoop loop = VirtualLoop.create();
  private final List<String> events = new ArrayList<>();

  @Test
  void negativeDelays_areSortedByTheirTime() {
    loop.callLater(Duration.ofSeconds(-1), () -> events.add("a"));
    loop.callLater(Duration.ofSeconds(-2), () -> events.add("b"));
    loop.callSoon(() -> events.add("soon"));
    loop.callSoon(loop::stop);
    loop.runForever();
    loop.close();

    assertEquals(List.of("soon", "b", "a"), events);
  }

  @Test
  void nullArguments_areRefused() {
    assertThrows(NullPointerException.class, () -> loop.callSoon(null));
    assertThrows(NullPointerException.class, () -> loop.callSoonThreadsafe(null));
    assertThrows(NullPointerException.class, () -> loop.callLater(null, () -> {}));
    assertThrows(NullPointerException.class, () -> loop.callLater(Duration.ZERO, null));
    assertThrows(NullPointerException.class, () -> loop.callAt(0, null));
    assertThrows(NullPointerException.class, () -> loop.setSlowCallbackDuration(null));
    loop.close();
  }

  @Test
  void closeTwice_doesNothingMore() {
    assertFalse(loop.isClosed());
    loop.close();
    loop.close();

    assertTrue(loop.isClosed());
    Future<Void> future = loop.createFuture();
    assertThrows(IllegalStateException.class, loop::runForever);
    assertThrows(IllegalStateException.class, () -> loop.runUntilComplete(future));
  }

  @Test
  void createTaskOnClosedLoop_closesTheCoroutine() {
    loop.close();
    Coroutine<Void> coroutine = sleep(Duration.ZERO);
    assertThrows(IllegalStateException.class, () -> loop.createTask(coroutine));

    assertTrue(coroutine.toString().endsWith("(closed)"), coroutine.toString());
  }

  @Test
  void dumpOfIdleLoop_hasNoTasks() {
    assertEquals("EventLoop (not running), 0 tasks\n", loop.dump());
    loop.close();
    assertEquals("EventLoop (closed), 0 tasks\n", loop.dump());
  }
}
