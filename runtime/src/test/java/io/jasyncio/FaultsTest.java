package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.annotations.Async;
import io.jasyncio.sync.AsyncEvent;
import io.jasyncio.sync.AsyncLock;
import io.jasyncio.sync.Held;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the JVM can do to a program inside a coroutine or a callback: the others go on. */
@Timeout(120)
class FaultsTest {

  /** A million, by {@code -Djasyncio.faults.tasks=1000000}, takes some seconds and 1 GB. */
  private static final int MANY = Integer.getInteger("jasyncio.faults.tasks", 100_000);

  private final List<String> events = new ArrayList<>();
  private final AsyncLock lock = new AsyncLock();

  /** Something that a program does at the bottom of some coroutines. */
  private enum Fault {
    OUT_OF_MEMORY {
      @Override
      long happen() {
        return new long[Integer.MAX_VALUE].length;
      }
    },
    STACK_OVERFLOW {
      @Override
      @SuppressWarnings("InfiniteRecursion") // that is the fault
      long happen() {
        return happen() + 1;
      }
    };

    abstract long happen();
  }

  // Errors of the JVM inside coroutines

  @Test
  void outOfMemory_isThrownByTheAwaitsAndRunsFinally() {
    assertEquals("OutOfMemoryError", VirtualLoop.run(survived(Fault.OUT_OF_MEMORY, 3, false)));
    assertEquals(List.of("finally 1", "finally 2", "finally 3", "other goes on"), events);
  }

  @Test
  void outOfMemoryAfterASuspension_isThrownByTheAwaitsAndRunsFinally() {
    assertEquals("OutOfMemoryError", VirtualLoop.run(survived(Fault.OUT_OF_MEMORY, 3, true)));
    assertEquals(List.of("finally 1", "finally 2", "finally 3", "other goes on"), events);
  }

  @Test
  void stackOverflow_isThrownByTheAwaitsAndRunsFinally() {
    assertEquals("StackOverflowError", VirtualLoop.run(survived(Fault.STACK_OVERFLOW, 3, false)));
    assertEquals(List.of("finally 1", "finally 2", "finally 3", "other goes on"), events);
  }

  @Test
  void stackOverflowAfterASuspension_isThrownByTheAwaitsAndRunsFinally() {
    assertEquals("StackOverflowError", VirtualLoop.run(survived(Fault.STACK_OVERFLOW, 3, true)));
    assertEquals(List.of("finally 1", "finally 2", "finally 3", "other goes on"), events);
  }

  @Test
  void faultsAtManyDepths_leaveTheLoopAsItWas() {
    for (Fault fault : Fault.values()) {
      for (int depth = 0; depth < 200; depth += 20) {
        String seen = VirtualLoop.run(survived(fault, depth, depth % 40 == 0));
        assertTrue(seen.endsWith("Error"), seen);
        assertEquals(depth + 1, events.size());
        events.clear();
      }
    }
  }

  @Async
  private Coroutine<String> survived(Fault fault, int depth, boolean suspending) {
    Task<Void> other = createTask(goesOn());
    Task<Long> task = createTask(down(fault, depth, suspending));
    String seen = "nothing";
    try {
      await(task);
    } catch (VirtualMachineError error) {
      seen = error.getClass().getSimpleName();
    }
    await(other);
    return result(seen);
  }

  @Async
  @SuppressWarnings("try") // held is for its closing
  private Coroutine<Long> down(Fault fault, int depth, boolean suspending) {
    if (depth == 0) {
      if (suspending) {
        await(sleep(Duration.ofSeconds(1)));
      }
      try (Held held = await(lock.acquire())) {
        return result(fault.happen());
      }
    }
    try {
      return result(await(down(fault, depth - 1, suspending)) + 1);
    } finally {
      await(sleep(Duration.ofSeconds(1)));
      events.add("finally " + depth);
    }
  }

  @Async
  @SuppressWarnings("try") // held is for its closing
  private Coroutine<Void> goesOn() {
    await(sleep(Duration.ofHours(1)));
    try (Held held = await(lock.acquire())) {
      events.add("other goes on");
    }
    return result();
  }

  @Test
  void recursionWithoutEnd_overflowsInTheCoroutineOnly() {
    VirtualLoop.run(recursionWithoutEnd());
    assertEquals(List.of("StackOverflowError", "other goes on"), events);
  }

  @Async
  private Coroutine<Void> recursionWithoutEnd() {
    Task<Integer> endless = createTask(endless(0));
    await(goesOnWith(endless));
    return result();
  }

  @Async
  private Coroutine<Void> goesOnWith(Task<Integer> endless) {
    try {
      await(endless);
    } catch (StackOverflowError error) {
      events.add("StackOverflowError");
    }
    await(goesOn());
    return result();
  }

  @Async
  @SuppressWarnings("InfiniteRecursion") // that is the fault
  private static Coroutine<Integer> endless(int depth) {
    return result(await(endless(depth + 1)) + 1);
  }

  // Errors in callbacks and handlers

  @Test
  void errorInACallback_goesToTheHandlerAndTheLoopGoesOn() {
    try (EventLoop loop = VirtualLoop.create()) {
      loop.setExceptionHandler((where, context) -> events.add("" + context.exception()));
      loop.callSoon(() -> Fault.STACK_OVERFLOW.happen());
      loop.callSoon(
          () -> {
            throw new LinkageError("gone");
          });
      loop.callSoon(() -> events.add("goes on"));
      turn(loop);
    }
    assertEquals(
        List.of("java.lang.StackOverflowError", "java.lang.LinkageError: gone", "goes on"), events);
  }

  @Test
  void errorInAHandler_doesNotEndTheLoop() {
    try (EventLoop loop = VirtualLoop.create()) {
      loop.setExceptionHandler(
          (where, context) -> {
            events.add("handler");
            throw new AssertionError("thrown by the handler, and logged: this is a test");
          });
      loop.callSoon(
          () -> {
            throw new IllegalStateException("logged: this is a test");
          });
      loop.callSoon(() -> events.add("goes on"));
      turn(loop);
    }
    assertEquals(List.of("handler", "goes on"), events);
  }

  @Test
  void failingDoneCallbacks_doNotKeepOthersFromBeingCalled() {
    try (EventLoop loop = VirtualLoop.create()) {
      loop.setExceptionHandler((where, context) -> events.add("" + context.exception()));
      Future<String> future = loop.createFuture();
      future.addDoneCallback(
          done -> {
            throw new AssertionError(done.result());
          });
      future.addDoneCallback(done -> events.add("second " + done.result()));
      future.setResult("value");
      turn(loop);
    }
    assertEquals(List.of("java.lang.AssertionError: value", "second value"), events);
  }

  // Threads

  @Test
  void interrupts_loseNoCall() throws InterruptedException {
    int calls = 20_000;
    int[] called = new int[1];
    Thread[] runner = new Thread[1];
    try (EventLoop loop = EventLoop.create()) {
      runner[0] = Thread.currentThread();
      Thread other =
          new Thread(
              () -> {
                for (int i = 0; i < calls; i++) {
                  runner[0].interrupt();
                  loop.callSoonThreadsafe(() -> called[0]++);
                }
                loop.callSoonThreadsafe(loop::stop);
              });
      other.start();
      loop.runForever();
      Thread.interrupted();
      other.join();
    }
    assertEquals(calls, called[0]);
  }

  @Test
  void loopClosedWhileThreadsCallIt_refusesThemAndHangsNobody() throws InterruptedException {
    for (int round = 0; round < 50; round++) {
      EventLoop loop = EventLoop.create();
      List<Thread> threads = new ArrayList<>();
      List<Throwable> seen = Collections.synchronizedList(new ArrayList<>());
      for (int i = 0; i < 4; i++) {
        Thread thread = new Thread(() -> callUntilRefused(loop, seen));
        thread.start();
        threads.add(thread);
      }
      loop.callLater(Duration.ofMillis(1), loop::stop);
      loop.runForever();
      loop.close();
      for (Thread thread : threads) {
        thread.join();
      }
      assertEquals(4, seen.size());
      for (Throwable end : seen) {
        assertInstanceOf(IllegalStateException.class, end);
        assertTrue(end.getMessage().contains("closed"), end.getMessage());
      }
    }
  }

  private static void callUntilRefused(EventLoop loop, List<Throwable> seen) {
    try {
      while (true) {
        loop.callSoonThreadsafe(() -> {});
      }
    } catch (Throwable end) {
      seen.add(end);
    }
  }

  // Clocks

  @Test
  void clockThatJumpsForward_callsAllTimersInTheirOrder() {
    SetClock clock = new SetClock();
    try (EventLoop loop = EventLoop.create(clock)) {
      for (int seconds : new int[] {3, 1, 2, 3600}) {
        loop.callLater(Duration.ofSeconds(seconds), () -> events.add(seconds + " s"));
      }
      turn(loop);
      assertEquals(List.of(), events);
      clock.now = Duration.ofDays(365).toNanos();
      turn(loop);
      turn(loop);
    }
    assertEquals(List.of("1 s", "2 s", "3 s", "3600 s"), events);
  }

  @Test
  void clockThatJumpsBackward_callsTimersWhenItIsThereAgain() {
    SetClock clock = new SetClock();
    clock.now = Duration.ofHours(1).toNanos();
    try (EventLoop loop = EventLoop.create(clock)) {
      loop.callLater(Duration.ofSeconds(1), () -> events.add("made before"));
      clock.now = 0;
      loop.callLater(Duration.ofSeconds(2), () -> events.add("made after"));
      loop.callSoon(() -> events.add("soon"));
      turn(loop);
      clock.now = Duration.ofSeconds(2).toNanos();
      turn(loop);
      turn(loop);
      assertEquals(List.of("soon", "made after"), events);
      clock.now = Duration.ofSeconds(3601).toNanos();
      turn(loop);
      turn(loop);
    }
    assertEquals(List.of("soon", "made after", "made before"), events);
  }

  // Masses

  @Test
  void manyTasksCancelledAtOnce_areAllCancelledAndForgotten() {
    try (EventLoop loop = EventLoop.create()) {
      AsyncEvent never = new AsyncEvent();
      int[] cancelled = new int[1];
      for (int i = 0; i < MANY; i++) {
        Task<Void> unused = loop.createTask(counted(never.waitAsync(), cancelled));
      }
      turn(loop);
      assertEquals(MANY, never.statistics().tasksWaiting());

      loop.allTasks().forEach(Task::cancel);
      turn(loop);
      turn(loop);

      assertEquals(MANY, cancelled[0]);
      assertEquals(0, never.statistics().tasksWaiting());
      assertEquals(0, loop.allTasks().size());
    }
  }

  @Test
  void manyTasksOfAGroup_areCancelledByOneFailure() {
    ExceptionGroup group =
        assertThrows(ExceptionGroup.class, () -> VirtualLoop.run(failingGroup()));
    assertEquals(1, group.exceptions().size());
    assertEquals(List.of("cancelled " + MANY), events);
  }

  @Async
  private Coroutine<Void> failingGroup() {
    int[] cancelled = new int[1];
    try (TaskGroup group = Asyncio.taskGroup()) {
      for (int i = 0; i < MANY; i++) {
        group.createTask(counted(sleep(Duration.ofHours(1)), cancelled));
      }
      await(sleep(Duration.ofSeconds(1)));
      group.createTask(failing());
    } finally {
      events.add("cancelled " + cancelled[0]);
    }
    return result();
  }

  @Async
  private static Coroutine<Void> counted(Awaitable<Void> never, int[] cancelled) {
    try {
      await(never);
    } catch (CancelledError error) {
      cancelled[0]++;
      throw error;
    }
    return result();
  }

  @Async
  private static Coroutine<Void> failing() {
    throw new IllegalStateException("the one");
  }

  private static void turn(EventLoop loop) {
    loop.stop();
    loop.runForever();
  }
}
