package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.currentTask;
import static io.jasyncio.Asyncio.eagerTaskFactory;
import static io.jasyncio.Asyncio.getRunningLoop;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;
import static io.jasyncio.Asyncio.taskGroup;
import static io.jasyncio.Asyncio.timeout;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.annotations.Async;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // a block with a group or a time-out need not name it
class TaskGroupTest {

  private static final Duration LONG = Duration.ofHours(1);
  private static final ContextVar<String> VALUE = new ContextVar<>("value");

  private final List<String> events = new ArrayList<>();
  private int hydras;

  @Test
  void block_isLeftWhenAllTasksAreDone() {
    VirtualLoop.run(twoTasks());

    assertEquals(List.of("body ends at 0s", "a at 1s", "b at 2s", "a b at 2s"), events);
  }

  @Test
  void taskMadeLater_isWaitedForToo() {
    VirtualLoop.run(taskMadeLater());

    assertEquals(List.of("a at 1s", "b at 3s", "left at 3s"), events);
  }

  @Test
  void tasksOfTasks_areWaitedForToo() {
    VirtualLoop.run(tasksOfTasks());

    assertEquals(List.of("root at 1s", "a at 2s", "b at 3s", "left at 3s"), events);
  }

  @Test
  void emptyGroup_doesNotWait() {
    VirtualLoop.run(emptyGroup());

    assertEquals(List.of("left", "other task"), events);
  }

  @Test
  void cancelledTask_isNoFailure() {
    VirtualLoop.run(cancelOneTask());

    assertEquals(List.of("a cancelled at 1s", "b at 2s", "left at 2s"), events);
  }

  @Test
  void failingTask_cancelsTheOthers() {
    VirtualLoop.run(failingTask());

    assertEquals(
        List.of(
            "a cancelled at 1s",
            "unhandled errors in a TaskGroup (1 exception)",
            "[boom], cancelling 0"),
        events);
  }

  @Test
  void failingTask_cancelsTheBody() {
    VirtualLoop.run(failingTaskWhileBodyRuns());

    assertEquals(
        List.of("a cancelled at 1s", "body cancelled at 1s", "[boom], cancelling 0"), events);
  }

  @Test
  void tasksThatFailInOneTurn_areAllCollected() {
    VirtualLoop.run(threeFailures());

    assertEquals(
        List.of("[first, second, third]", "cause first", "suppressed second", "suppressed third"),
        events);
  }

  @Test
  void failingBody_cancelsTheTasks() {
    VirtualLoop.run(failingBody());

    assertEquals(List.of("a cancelled at 0s", "[body failed]"), events);
  }

  @Test
  void bodyThatFailsAfterATask_isCollectedToo() {
    VirtualLoop.run(taskAndBodyFail());

    assertEquals(List.of("[boom, body failed], cancelling 0"), events);
  }

  @Test
  void errorsThatAreNoExceptions_areCollectedToo() {
    VirtualLoop.run(taskFailsWithError());

    assertEquals(List.of("[AssertionError, IllegalStateException]"), events);
  }

  @Test
  void cancelWhileTheGroupIsWaitedFor_cancelsTheTasks() {
    VirtualLoop.run(cancelWaitingParent());

    assertEquals(
        List.of("a cancelled at 1s", "b cancelled at 1s", "parent cancelled true"), events);
  }

  @Test
  void cancelWhileTheBodyRuns_cancelsBodyAndTasks() {
    VirtualLoop.run(cancelBody());

    assertEquals(
        List.of("body cancelled at 1s", "a cancelled at 1s", "parent cancelled true"), events);
  }

  @Test
  void failuresWhileBeingCancelled_winOverTheCancellation() {
    VirtualLoop.run(cancelParentOfFailingTasks());

    assertEquals(List.of("[clean-up failed, clean-up failed]"), events);
  }

  @Test
  void failureWinsButTheCancellationStays() {
    VirtualLoop.run(catchGroupInCancelledTask());

    assertEquals(List.of("[clean-up failed], cancelling 1", "cancelled at the next await"), events);
  }

  @Test
  void bodyThatAnswersItsCancellationWithAFailure_failsTheGroup() {
    VirtualLoop.run(cancelFailingBody());

    assertEquals(List.of("[body failed]"), events);
  }

  @Test
  void nestedGroups_nestTheirFailures() {
    VirtualLoop.run(nestedGroups(10, 1));

    assertEquals(List.of("ExceptionGroup of [b]"), events);
  }

  @Test
  void nestedGroups_outerFailureCancelsTheInnerGroup() {
    VirtualLoop.run(nestedGroups(1, 10));

    assertEquals(List.of("[a]"), events);
  }

  @Test
  void cancelOfNestedGroups_collectsFailuresOfTheInner() {
    VirtualLoop.run(cancelNestedGroups());

    assertEquals(List.of("a cancelled at 1s", "ExceptionGroup of [clean-up failed]"), events);
  }

  @Test
  void taskFailsWhileTheCancelledBodyCleansUp_failureWins() {
    VirtualLoop.run(cancelParentThatCleansUp());

    assertEquals(List.of("body cleaned up at 6s", "[boom]"), events);
  }

  @Test
  void secondCancelDuringShutdown_doesNotLeaveTasksBehind() {
    VirtualLoop.run(cancelTwice());

    assertEquals(List.of("a cleaned up at 6s", "parent cancelled at 6s"), events);
  }

  @Test
  void stubbornTask_isWaitedFor() {
    VirtualLoop.run(stubbornTask());

    assertEquals(List.of("stubborn done at 10s", "[boom]"), events);
  }

  @Test
  void createTaskDuringShutdown_isRefused() {
    VirtualLoop.run(createTaskWhenCancelled());

    assertEquals(2, events.size());
    assertTrue(events.get(0).startsWith("This TaskGroup is shutting down"), events.get(0));
    assertEquals("[boom]", events.get(1));
  }

  @Test
  void createTaskAfterTheEnd_isRefusedAndTheCoroutineClosed() {
    VirtualLoop.run(createTaskTooLate());

    assertEquals(2, events.size());
    assertTrue(events.get(0).startsWith("This TaskGroup is finished"), events.get(0));
    assertTrue(events.get(1).endsWith("(closed)"), events.get(1));
  }

  @Test
  void tasksThatMakeTasks_areStoppedByAFailure() {
    VirtualLoop.run(hydraAndHercules());

    assertEquals(List.of("[enough]"), events);
    assertTrue(hydras >= 10, "hydras: " + hydras);
  }

  @Test
  void groupInTimeout_timesOut() {
    VirtualLoop.run(groupInTimeout());

    assertEquals(List.of("a cancelled at 1s", "timed out, cancelling 0"), events);
  }

  @Test
  void timeoutInGroup_isAFailureOfTheBody() {
    VirtualLoop.run(timeoutInGroup());

    assertEquals(List.of("a cancelled at 1s", "[timed out after PT1S]"), events);
  }

  @Test
  void eagerTaskThatFails_cancelsTheBodyAtItsNextAwait() {
    VirtualLoop.run(eagerFailure());

    assertEquals(List.of("made", "body cancelled at 0s", "[boom]"), events);
  }

  @Test
  void context_isGiven() {
    VirtualLoop.run(inContext());

    assertEquals(List.of("unset", "1", "2", "unset outside"), events);
  }

  @Test
  void names_areGiven() {
    VirtualLoop.run(named());

    assertEquals(List.of("Ada"), events);
  }

  @Test
  void secondBlock_isRefused() {
    VirtualLoop.run(twoBlocks());

    assertEquals(1, events.size());
    assertTrue(events.get(0).startsWith("This block has been left already"), events.get(0));
  }

  @Test
  void failureInAGroupThatWasNeverClosed_goesToTheHandler() {
    EventLoop loop = VirtualLoop.create();
    loop.setExceptionHandler(
        (handling, context) ->
            events.add(context.message() + ": " + context.exception().getMessage()));
    loop.runUntilComplete(leaveGroupOpen());
    loop.runUntilComplete(sleep(Duration.ofSeconds(2)));
    loop.close();

    assertEquals(1, events.size());
    assertTrue(events.get(0).contains("its parent task is done already"), events.get(0));
    assertTrue(events.get(0).endsWith(": boom"), events.get(0));
  }

  @Test
  void outsideOfATask_isRefused() {
    EventLoop loop = VirtualLoop.create();
    loop.setExceptionHandler((handling, context) -> events.add(context.exception().getMessage()));
    loop.callSoon(Asyncio::taskGroup);
    loop.callSoon(loop::stop);
    loop.runForever();
    loop.close();

    assertEquals(1, events.size());
    assertTrue(events.get(0).contains("cannot determine the parent task"), events.get(0));
    assertThrows(IllegalStateException.class, Asyncio::taskGroup);
  }

  @Test
  void exceptionGroup_needsAnException() {
    assertThrows(IllegalArgumentException.class, () -> new ExceptionGroup("none", List.of()));
  }

  @Async
  private Coroutine<String> worker(String name, int seconds) {
    await(sleep(Duration.ofSeconds(seconds)));
    events.add(name + " at " + seconds());
    return result(name);
  }

  /** Says when it is cancelled. */
  @Async
  private Coroutine<Void> sleeper(String name) {
    try {
      await(sleep(LONG));
    } catch (CancelledError cancelled) {
      events.add(name + " cancelled at " + seconds());
      throw cancelled;
    }
    return result();
  }

  @Async
  private static Coroutine<Void> fail(String message, int seconds) {
    await(sleep(Duration.ofSeconds(seconds)));
    throw new IllegalStateException(message);
  }

  @Async
  private static Coroutine<Void> failWhenCancelled() {
    try {
      await(sleep(LONG));
    } catch (CancelledError cancelled) {
      throw new IllegalStateException("clean-up failed", cancelled);
    }
    return result();
  }

  private static List<String> messages(ExceptionGroup group) {
    return group.exceptions().stream().map(Throwable::getMessage).toList();
  }

  @Async
  private Coroutine<Void> twoTasks() {
    Task<String> a;
    Task<String> b;
    try (var group = taskGroup()) {
      b = group.createTask(worker("b", 2));
      a = group.createTask(worker("a", 1));
      events.add("body ends at " + seconds());
    }
    events.add(a.result() + " " + b.result() + " at " + seconds());
    return result();
  }

  @Async
  private Coroutine<Void> taskMadeLater() {
    try (var group = taskGroup()) {
      group.createTask(worker("a", 1));
      await(sleep(Duration.ofSeconds(2)));
      group.createTask(worker("b", 1));
    }
    events.add("left at " + seconds());
    return result();
  }

  @Async
  private Coroutine<Void> tasksOfTasks() {
    try (var group = taskGroup()) {
      group.createTask(root(group));
    }
    events.add("left at " + seconds());
    return result();
  }

  @Async
  private Coroutine<Void> root(TaskGroup group) {
    await(sleep(Duration.ofSeconds(1)));
    group.createTask(worker("a", 1));
    group.createTask(worker("b", 2));
    events.add("root at " + seconds());
    return result();
  }

  @Async
  private Coroutine<Void> emptyGroup() {
    getRunningLoop().callSoon(() -> events.add("other task"));
    try (var group = taskGroup()) {
      assertEquals("TaskGroup (0 tasks, 0 failures)", group.toString());
    }
    events.add("left");
    await(sleep(Duration.ZERO));
    return result();
  }

  @Async
  private Coroutine<Void> cancelOneTask() {
    try (var group = taskGroup()) {
      Task<Void> a = group.createTask(sleeper("a"));
      group.createTask(worker("b", 2));
      await(sleep(Duration.ofSeconds(1)));
      a.cancel();
    }
    events.add("left at " + seconds());
    return result();
  }

  @Async
  private Coroutine<Void> failingTask() {
    try (var group = taskGroup()) {
      group.createTask(fail("boom", 1));
      group.createTask(sleeper("a"));
    } catch (ExceptionGroup failures) {
      events.add(failures.getMessage());
      events.add(messages(failures) + ", cancelling " + currentTask().cancelling());
    }
    return result();
  }

  @Async
  private Coroutine<Void> failingTaskWhileBodyRuns() {
    try (var group = taskGroup()) {
      group.createTask(fail("boom", 1));
      group.createTask(sleeper("a"));
      await(sleeper("body"));
    } catch (ExceptionGroup failures) {
      events.add(messages(failures) + ", cancelling " + currentTask().cancelling());
    }
    await(sleep(LONG));
    return result();
  }

  @Async
  private Coroutine<Void> threeFailures() {
    try (var group = taskGroup()) {
      group.createTask(fail("first", 1));
      group.createTask(fail("second", 1));
      group.createTask(fail("third", 1));
    } catch (ExceptionGroup failures) {
      events.add(messages(failures).toString());
      events.add("cause " + failures.getCause().getMessage());
      for (Throwable suppressed : failures.getSuppressed()) {
        events.add("suppressed " + suppressed.getMessage());
      }
    }
    return result();
  }

  @Async
  private Coroutine<Void> failingBody() {
    try (var group = taskGroup()) {
      group.createTask(sleeper("a"));
      await(sleep(Duration.ZERO));
      throw new IllegalStateException("body failed");
    } catch (ExceptionGroup failures) {
      events.add(messages(failures).toString());
    }
    return result();
  }

  @Async
  private Coroutine<Void> taskAndBodyFail() {
    try (var group = taskGroup()) {
      group.createTask(fail("boom", 1));
      try {
        await(sleep(LONG));
      } finally {
        throwFailure("body failed");
      }
    } catch (ExceptionGroup failures) {
      events.add(messages(failures) + ", cancelling " + currentTask().cancelling());
    }
    return result();
  }

  private static void throwFailure(String message) {
    throw new IllegalStateException(message);
  }

  @Async
  private Coroutine<Void> taskFailsWithError() {
    try (var group = taskGroup()) {
      group.createTask(failWithError());
      try {
        await(sleep(LONG));
      } finally {
        throwFailure("body failed");
      }
    } catch (ExceptionGroup failures) {
      events.add(
          failures.exceptions().stream()
              .map(failure -> failure.getClass().getSimpleName())
              .toList()
              .toString());
    }
    return result();
  }

  @Async
  private static Coroutine<Void> failWithError() {
    await(sleep(Duration.ofSeconds(1)));
    throw new AssertionError("wrong");
  }

  @Async
  private Coroutine<Void> cancelWaitingParent() {
    Task<Void> parent = createTask(groupOfTwoSleepers());
    await(sleep(Duration.ofSeconds(1)));
    parent.cancel();
    try {
      await(parent);
    } catch (CancelledError cancelled) {
      events.add("parent cancelled " + parent.cancelled());
    }
    return result();
  }

  @Async
  private Coroutine<Void> groupOfTwoSleepers() {
    try (var group = taskGroup()) {
      group.createTask(sleeper("a"));
      group.createTask(sleeper("b"));
    }
    return result();
  }

  @Async
  private Coroutine<Void> cancelBody() {
    Task<Void> parent = createTask(groupWithSleepingBody());
    await(sleep(Duration.ofSeconds(1)));
    parent.cancel();
    try {
      await(parent);
    } catch (CancelledError cancelled) {
      events.add("parent cancelled " + parent.cancelled());
    }
    return result();
  }

  @Async
  private Coroutine<Void> groupWithSleepingBody() {
    try (var group = taskGroup()) {
      group.createTask(sleeper("a"));
      await(sleeper("body"));
    }
    return result();
  }

  @Async
  private Coroutine<Void> cancelParentOfFailingTasks() {
    Task<Void> parent = createTask(groupOfTwoFailing());
    await(sleep(Duration.ofSeconds(1)));
    parent.cancel();
    try {
      await(parent);
    } catch (ExceptionGroup failures) {
      events.add(messages(failures).toString());
    }
    return result();
  }

  @Async
  private static Coroutine<Void> groupOfTwoFailing() {
    try (var group = taskGroup()) {
      group.createTask(failWhenCancelled());
      group.createTask(failWhenCancelled());
      await(sleep(LONG));
    }
    return result();
  }

  @Async
  private Coroutine<Void> catchGroupInCancelledTask() {
    Task<Void> parent = createTask(catchGroup());
    await(sleep(Duration.ofSeconds(1)));
    parent.cancel();
    await(parent);
    return result();
  }

  @Async
  private Coroutine<Void> catchGroup() {
    try (var group = taskGroup()) {
      group.createTask(failWhenCancelled());
    } catch (ExceptionGroup failures) {
      events.add(messages(failures) + ", cancelling " + currentTask().cancelling());
    }
    try {
      await(sleep(LONG));
    } catch (CancelledError cancelled) {
      events.add("cancelled at the next await");
    }
    return result();
  }

  @Async
  private Coroutine<Void> cancelFailingBody() {
    Task<Void> parent = createTask(groupWithFailingBody());
    await(sleep(Duration.ofSeconds(1)));
    parent.cancel();
    try {
      await(parent);
    } catch (ExceptionGroup failures) {
      events.add(messages(failures).toString());
    }
    return result();
  }

  @Async
  private static Coroutine<Void> groupWithFailingBody() {
    try (var group = taskGroup()) {
      try {
        await(sleep(LONG));
      } catch (CancelledError cancelled) {
        throw new IllegalStateException("body failed", cancelled);
      }
    }
    return result();
  }

  @Async
  private Coroutine<Void> nestedGroups(int outerFails, int innerFails) {
    try (var outer = taskGroup()) {
      outer.createTask(fail("a", outerFails));
      try (var inner = taskGroup()) {
        inner.createTask(fail("b", innerFails));
      }
    } catch (ExceptionGroup failures) {
      tell(failures);
    }
    return result();
  }

  private void tell(ExceptionGroup failures) {
    if (failures.exceptions().get(0) instanceof ExceptionGroup inner) {
      events.add("ExceptionGroup of " + messages(inner));
    } else {
      events.add(messages(failures).toString());
    }
  }

  @Async
  private Coroutine<Void> cancelNestedGroups() {
    Task<Void> parent = createTask(groupInGroup());
    await(sleep(Duration.ofSeconds(1)));
    parent.cancel();
    try {
      await(parent);
    } catch (ExceptionGroup failures) {
      tell(failures);
    }
    return result();
  }

  @Async
  private Coroutine<Void> groupInGroup() {
    try (var outer = taskGroup()) {
      outer.createTask(sleeper("a"));
      try (var inner = taskGroup()) {
        inner.createTask(failWhenCancelled());
        await(sleep(LONG));
      }
    }
    return result();
  }

  @Async
  private Coroutine<Void> cancelParentThatCleansUp() {
    Task<Void> parent = createTask(groupThatCleansUp());
    await(sleep(Duration.ofSeconds(1)));
    parent.cancel();
    try {
      await(parent);
    } catch (ExceptionGroup failures) {
      events.add(messages(failures).toString());
    }
    return result();
  }

  @Async
  private Coroutine<Void> groupThatCleansUp() {
    try (var group = taskGroup()) {
      group.createTask(fail("boom", 3));
      await(sleepAndCleanUp("body", 5));
    }
    return result();
  }

  /** Survives further cancellations while it cleans up. */
  @Async
  private Coroutine<Void> sleepAndCleanUp(String name, int seconds) {
    try {
      await(sleep(LONG));
    } catch (CancelledError cancelled) {
      long end = getRunningLoop().time() + Duration.ofSeconds(seconds).toNanos();
      while (getRunningLoop().time() < end) {
        try {
          await(sleep(Duration.ofNanos(end - getRunningLoop().time())));
        } catch (CancelledError again) {
          // Sleeps on.
        }
      }
      events.add(name + " cleaned up at " + seconds());
      throw cancelled;
    }
    return result();
  }

  @Async
  private Coroutine<Void> cancelTwice() {
    Task<Void> parent = createTask(groupOfOneThatCleansUp());
    await(sleep(Duration.ofSeconds(1)));
    parent.cancel();
    await(sleep(Duration.ofSeconds(1)));
    parent.cancel();
    try {
      await(parent);
    } catch (CancelledError cancelled) {
      events.add("parent cancelled at " + seconds());
    }
    return result();
  }

  @Async
  private Coroutine<Void> groupOfOneThatCleansUp() {
    try (var group = taskGroup()) {
      group.createTask(sleepAndCleanUp("a", 5));
    }
    return result();
  }

  @Async
  private Coroutine<Void> stubbornTask() {
    try (var group = taskGroup()) {
      group.createTask(stubborn());
      group.createTask(fail("boom", 1));
    } catch (ExceptionGroup failures) {
      events.add(messages(failures).toString());
    }
    return result();
  }

  @Async
  private Coroutine<Void> stubborn() {
    try {
      await(sleep(LONG));
    } catch (CancelledError cancelled) {
      await(sleep(Duration.ofSeconds(9)));
    }
    events.add("stubborn done at " + seconds());
    return result();
  }

  @Async
  private Coroutine<Void> createTaskWhenCancelled() {
    try (var group = taskGroup()) {
      group.createTask(fail("boom", 1));
      group.createTask(makeTaskWhenCancelled(group));
    } catch (ExceptionGroup failures) {
      events.add(messages(failures).toString());
    }
    return result();
  }

  @Async
  private Coroutine<Void> makeTaskWhenCancelled(TaskGroup group) {
    try {
      await(sleep(LONG));
    } catch (CancelledError cancelled) {
      events.add(
          assertThrows(IllegalStateException.class, () -> group.createTask(worker("late", 1)))
              .getMessage());
    }
    return result();
  }

  @Async
  private Coroutine<Void> createTaskTooLate() {
    TaskGroup group = taskGroup();
    try (group) {
      group.createTask(sleep(Duration.ZERO));
    }
    Coroutine<String> late = worker("late", 1);
    events.add(
        assertThrows(IllegalStateException.class, () -> group.createTask(late)).getMessage());
    events.add(late.toString());
    return result();
  }

  @Async
  private Coroutine<Void> hydraAndHercules() {
    try (var group = taskGroup()) {
      group.createTask(hydra(group));
      group.createTask(hercules());
    } catch (ExceptionGroup failures) {
      events.add(messages(failures).toString());
    }
    return result();
  }

  @Async
  @SuppressWarnings("InfiniteRecursion") // until Hercules comes
  private Coroutine<Void> hydra(TaskGroup group) {
    hydras++;
    await(sleep(Duration.ofSeconds(10)));
    group.createTask(hydra(group));
    group.createTask(hydra(group));
    return result();
  }

  @Async
  private Coroutine<Void> hercules() {
    while (hydras < 10) {
      await(sleep(Duration.ofSeconds(15)));
    }
    throw new IllegalStateException("enough");
  }

  @Async
  private Coroutine<Void> groupInTimeout() {
    try (var limit = timeout(Duration.ofSeconds(1));
        var group = taskGroup()) {
      group.createTask(sleeper("a"));
    } catch (AsyncTimeoutException timeout) {
      events.add("timed out, cancelling " + currentTask().cancelling());
    }
    return result();
  }

  @Async
  private Coroutine<Void> timeoutInGroup() {
    try (var group = taskGroup()) {
      group.createTask(sleeper("a"));
      try (var limit = timeout(Duration.ofSeconds(1))) {
        await(sleep(LONG));
      }
    } catch (ExceptionGroup failures) {
      events.add(messages(failures).toString());
    }
    return result();
  }

  @Async
  private Coroutine<Void> eagerFailure() {
    getRunningLoop().setTaskFactory(eagerTaskFactory());
    try (var group = taskGroup()) {
      group.createTask(failAtOnce());
      events.add("made");
      await(sleeper("body"));
    } catch (ExceptionGroup failures) {
      events.add(messages(failures).toString());
    }
    return result();
  }

  @Async
  private static Coroutine<Void> failAtOnce() {
    throw new IllegalStateException("boom");
  }

  @Async
  private Coroutine<Void> inContext() {
    Context context = new Context();
    try (var group = taskGroup()) {
      events.add(context.get(VALUE, "unset"));
      await(group.createTask(setValue("1"), null, context));
      events.add(context.get(VALUE, "unset"));
      await(group.createTask(setValue("2"), "named", context));
      events.add(context.get(VALUE, "unset"));
    }
    events.add(Asyncio.copyContext().get(VALUE, "unset outside"));
    return result();
  }

  @Async
  private static Coroutine<Void> setValue(String value) {
    await(sleep(Duration.ZERO));
    VALUE.set(value);
    return result();
  }

  @Async
  private Coroutine<Void> named() {
    try (var group = taskGroup()) {
      events.add(group.createTask(sleep(Duration.ZERO), "Ada").getName());
    }
    return result();
  }

  @Async
  private Coroutine<Void> twoBlocks() {
    TaskGroup group = taskGroup();
    try (group) {
      await(sleep(Duration.ZERO));
    }
    try (group) {
      await(sleep(Duration.ZERO));
    } catch (IllegalStateException refused) {
      events.add(refused.getMessage());
    }
    return result();
  }

  @Async
  private static Coroutine<Void> leaveGroupOpen() {
    taskGroup().createTask(fail("boom", 1));
    await(sleep(Duration.ZERO));
    return result();
  }

  private static String seconds() {
    return Duration.ofNanos(getRunningLoop().time()).toSeconds() + "s";
  }
}
