package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.currentTask;
import static io.jasyncio.Asyncio.getRunningLoop;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jasyncio.annotations.Async;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CancellationTest {

  private static final Duration LONG = Duration.ofHours(1);

  private final List<String> events = new ArrayList<>();

  @Test
  void cancelWhileSleeping_runsFinallyAtOnce() {
    VirtualLoop.run(cancelSleeper());

    assertEquals(
        List.of("worker sleeps", "cancel true", "not yet cancelled", "finally", "cancelled at 0s"),
        events);
  }

  @Test
  void cancelMessage_arrives() {
    VirtualLoop.run(cancelWithMessage());

    assertEquals(List.of("worker caught enough", "main caught enough", "again enough"), events);
  }

  @Test
  void cancelBeforeTheFirstStep_runsNothing() {
    VirtualLoop.run(cancelUnstarted());

    assertEquals(List.of("cancelled", "true"), events);
  }

  @Test
  void cancelThatIsCaught_letsTheTaskGoOn() {
    VirtualLoop.run(cancelSurvivor());

    assertEquals(List.of("caught", "goes on", "survived, cancelling 1, cancelled false"), events);
  }

  @Test
  void cancelOfDoneTask_isFalse() {
    VirtualLoop.run(cancelDone());

    assertEquals(List.of("false", "cancelling 0", "x"), events);
  }

  @Test
  void cancel_goesDownToTheTaskThatIsAwaited() {
    VirtualLoop.run(cancelOuter());

    assertEquals(List.of("inner cancelled", "outer cancelled", "main: true true"), events);
  }

  @Test
  void cancelOfTheFuture_isThrownInItsWaiters() {
    VirtualLoop.run(cancelFuture());

    assertEquals(List.of("caught gone", "task goes on"), events);
  }

  @Test
  void cancelAfterTheResultCame_stillCancels() {
    VirtualLoop.run(cancelWokenTask());

    assertEquals(List.of("worker cancelled", "future done true", "task cancelled true"), events);
  }

  @Test
  void cancelOfItself_isThrownAtTheNextAwait() {
    VirtualLoop.run(cancelSelf());

    assertEquals(List.of("asked", "thrown at the await", "cancelled true"), events);
  }

  @Test
  void cancelInTheLastStep_cancelsTheTask() {
    VirtualLoop.run(cancelAtEnd());

    assertEquals(List.of("cancelled true"), events);
  }

  @Test
  void cancelTwice_countsTwiceAndIsThrownOnce() {
    VirtualLoop.run(cancelTwice());

    assertEquals(List.of("cancelling 2", "caught", "slept", "done"), events);
  }

  @Test
  void uncancel_takesRequestsBack() {
    VirtualLoop.run(uncancel());

    assertEquals(
        List.of("cancelling 2", "caught", "uncancel 1", "uncancel 0", "uncancel 0", "done"),
        events);
  }

  @Test
  void uncancelBeforeDelivery_dropsTheCancellation() {
    VirtualLoop.run(uncancelUndelivered());

    assertEquals(List.of("not thrown"), events);
  }

  @Test
  void cancelAfterUncancel_cancelsAgain() {
    VirtualLoop.run(uncancelAndCancelAgain());

    assertEquals(
        List.of("cancelling 1", "cancelling 0", "cancelling 1", "cancelled true", "still true"),
        events);
  }

  @Test
  void cancelOfTheTaskAndItsFuture_cancelsOnce() {
    VirtualLoop.run(cancelTaskAndFuture());

    assertEquals(List.of("worker cancelled", "true true"), events);
  }

  @Test
  void cancelThatIsCaught_sparesTheNextFuture() {
    VirtualLoop.run(cancelSecondOfThree());

    assertEquals(List.of("second cancelled true", "third", "cancelled false"), events);
  }

  @Test
  void cancelOfItselfBeforeAwaitingATask_cancelsThatTask() {
    VirtualLoop.run(cancelSelfAndAwaitTask());

    assertEquals(List.of("nested cancelled", "outer true, nested true"), events);
  }

  @Test
  void cancelMessageBeforeTheFirstStep_isKept() {
    VirtualLoop.run(cancelUnstartedWithMessage());

    assertEquals(List.of("result: too early", "exception: too early"), events);
  }

  @Test
  void cancelDuringSleepOfNothing_isDelivered() {
    VirtualLoop.run(cancelGivingWay());

    assertEquals(List.of("cancelled true", "again false"), events);
  }

  @Test
  void errorInsteadOfTheCancellation_isTheOutcome() {
    VirtualLoop.run(failWithErrorWhenCancelled());

    assertEquals(List.of("AssertionError, cancelled false"), events);
  }

  @Test
  void cancellationAsACause_isKept() {
    VirtualLoop.run(chainCancellation());

    assertEquals(List.of("wrapped by CancelledError: msg"), events);
  }

  @Test
  void blockWithATimeoutByHand_leavesNoRequest() {
    VirtualLoop.run(timeoutByHand(Duration.ofSeconds(1)));
    VirtualLoop.run(timeoutByHand(LONG.multipliedBy(2)));

    assertEquals(
        List.of("timed out", "outer code, cancelling 0", "in time", "outer code, cancelling 0"),
        events);
  }

  @Test
  void exceptionInFinally_replacesTheCancellation() {
    VirtualLoop.run(failInFinally());

    assertEquals(List.of("cancelled false", "broken finally"), events);
  }

  @Test
  void awaitInFinally_isNotCancelledAgain() {
    VirtualLoop.run(awaitInFinally());

    assertEquals(List.of("cleaning up", "cleaned up after 5s", "cancelled true"), events);
  }

  @Test
  void throwOfCancelledError_cancelsTheTask() {
    VirtualLoop.run(throwCancelled());

    assertEquals(List.of("cancelled true", "cancelling 0"), events);
  }

  @Test
  void cancelOfMain_comesOutOfRun() {
    assertThrows(CancelledError.class, () -> VirtualLoop.run(cancelMain()));
  }

  @Async
  private Coroutine<Void> cancelSleeper() {
    Task<Void> task = createTask(sleepyWorker());
    await(sleep(Duration.ZERO));
    events.add("cancel " + task.cancel());
    events.add(task.cancelled() ? "cancelled" : "not yet cancelled");
    try {
      await(task);
    } catch (CancelledError cancelled) {
      events.add("cancelled at " + seconds());
    }
    return result();
  }

  @Async
  private Coroutine<Void> sleepyWorker() {
    events.add("worker sleeps");
    try {
      await(sleep(LONG));
      events.add("slept");
    } finally {
      events.add("finally");
    }
    return result();
  }

  @Async
  private Coroutine<Void> cancelWithMessage() {
    Task<Void> task = createTask(rethrow());
    await(sleep(Duration.ZERO));
    task.cancel("enough");
    try {
      await(task);
    } catch (CancelledError cancelled) {
      events.add("main caught " + cancelled.getMessage());
    }
    try {
      await(task);
    } catch (CancelledError cancelled) {
      events.add("again " + cancelled.getMessage());
    }
    return result();
  }

  @Async
  private Coroutine<Void> rethrow() {
    try {
      await(sleep(LONG));
    } catch (CancelledError cancelled) {
      events.add("worker caught " + cancelled.getMessage());
      throw cancelled;
    }
    return result();
  }

  @Async
  private Coroutine<Void> cancelUnstarted() {
    Task<Void> task = createTask(sleepyWorker());
    task.cancel();
    try {
      await(task);
    } catch (CancelledError cancelled) {
      events.add("cancelled");
    }
    events.add("" + task.cancelled());
    return result();
  }

  @Async
  private Coroutine<Void> cancelSurvivor() {
    Task<String> task = createTask(survivor());
    await(sleep(Duration.ZERO));
    task.cancel();
    String outcome = await(task);
    events.add(outcome + ", cancelling " + task.cancelling() + ", cancelled " + task.cancelled());
    return result();
  }

  @Async
  private Coroutine<String> survivor() {
    try {
      await(sleep(LONG));
    } catch (CancelledError cancelled) {
      events.add("caught");
    }
    await(sleep(Duration.ofSeconds(1)));
    events.add("goes on");
    return result("survived");
  }

  @Async
  private Coroutine<Void> cancelDone() {
    Task<String> task = createTask(sleep(Duration.ZERO, "x"));
    await(task);
    events.add("" + task.cancel());
    events.add("cancelling " + task.cancelling());
    events.add(task.result());
    return result();
  }

  @Async
  private Coroutine<Void> cancelOuter() {
    Task<Void> inner = createTask(telling("inner", getRunningLoop().createFuture()));
    Task<Void> outer = createTask(telling("outer", inner));
    await(sleep(Duration.ZERO));
    outer.cancel();
    try {
      await(outer);
    } catch (CancelledError cancelled) {
      events.add("main: " + inner.cancelled() + " " + outer.cancelled());
    }
    return result();
  }

  @Async
  private Coroutine<Void> telling(String name, Future<Void> future) {
    try {
      await(future);
    } catch (CancelledError cancelled) {
      events.add(name + " cancelled");
      throw cancelled;
    }
    return result();
  }

  @Async
  private Coroutine<Void> cancelFuture() {
    Future<Void> future = getRunningLoop().createFuture();
    Task<Void> task = createTask(catching(future));
    await(sleep(Duration.ZERO));
    future.cancel("gone");
    await(task);
    return result();
  }

  @Async
  private Coroutine<Void> catching(Future<Void> future) {
    try {
      await(future);
    } catch (CancelledError cancelled) {
      events.add("caught " + cancelled.getMessage());
    }
    events.add("task goes on");
    return result();
  }

  @Async
  private Coroutine<Void> cancelWokenTask() {
    Future<Void> future = getRunningLoop().createFuture();
    Task<Void> task = createTask(telling("worker", future));
    await(sleep(Duration.ZERO));
    future.setResult(null);
    task.cancel();
    try {
      await(task);
    } catch (CancelledError cancelled) {
      events.add("future done " + !future.cancelled());
      events.add("task cancelled " + task.cancelled());
    }
    return result();
  }

  @Async
  private Coroutine<Void> cancelSelf() {
    Task<Void> task = createTask(askAndAwait());
    try {
      await(task);
    } catch (CancelledError cancelled) {
      events.add("cancelled " + task.cancelled());
    }
    return result();
  }

  @Async
  private Coroutine<Void> askAndAwait() {
    currentTask().cancel();
    events.add("asked");
    try {
      await(sleep(LONG));
    } catch (CancelledError cancelled) {
      events.add("thrown at the await");
      throw cancelled;
    }
    return result();
  }

  @Async
  private Coroutine<Void> cancelAtEnd() {
    Task<Void> task = createTask(askAndReturn());
    try {
      await(task);
    } catch (CancelledError cancelled) {
      events.add("cancelled " + task.cancelled());
    }
    return result();
  }

  @Async
  private Coroutine<Void> askAndReturn() {
    currentTask().cancel();
    return result();
  }

  @Async
  private Coroutine<Void> cancelTwice() {
    Task<String> task = createTask(catchAndSleep());
    await(sleep(Duration.ZERO));
    task.cancel();
    task.cancel();
    events.add("cancelling " + task.cancelling());
    try {
      events.add(await(task));
    } catch (CancelledError cancelled) {
      events.add("cancelled");
    }
    return result();
  }

  @Async
  private Coroutine<String> catchAndSleep() {
    try {
      await(getRunningLoop().createFuture());
    } catch (CancelledError cancelled) {
      events.add("caught");
    }
    await(sleep(Duration.ofSeconds(1)));
    events.add("slept");
    return result("done");
  }

  @Async
  private Coroutine<Void> uncancel() {
    Task<String> task = createTask(catchAndUncancel());
    await(sleep(Duration.ZERO));
    task.cancel();
    task.cancel();
    events.add("cancelling " + task.cancelling());
    events.add(await(task));
    return result();
  }

  @Async
  private Coroutine<String> catchAndUncancel() {
    try {
      await(getRunningLoop().createFuture());
    } catch (CancelledError cancelled) {
      events.add("caught");
    }
    for (int i = 0; i < 3; i++) {
      events.add("uncancel " + currentTask().uncancel());
    }
    return result("done");
  }

  @Async
  private Coroutine<Void> uncancelUndelivered() {
    currentTask().cancel();
    currentTask().uncancel();
    await(sleep(Duration.ofSeconds(1)));
    events.add("not thrown");
    return result();
  }

  @Async
  private Coroutine<Void> uncancelAndCancelAgain() {
    Task<Void> task = createTask(uncancelAndSleep());
    await(sleep(Duration.ZERO));
    task.cancel();
    events.add("cancelling " + task.cancelling());
    await(sleep(Duration.ofSeconds(1)));
    events.add("cancelling " + task.cancelling());
    task.cancel();
    events.add("cancelling " + task.cancelling());
    try {
      await(task);
    } catch (CancelledError cancelled) {
      events.add("cancelled " + task.cancelled());
    }
    int unused = task.uncancel();
    events.add("still " + task.cancelled());
    return result();
  }

  @Async
  private static Coroutine<Void> uncancelAndSleep() {
    try {
      await(sleep(LONG));
    } catch (CancelledError cancelled) {
      int unused = currentTask().uncancel();
      await(sleep(LONG));
    }
    return result();
  }

  @Async
  private Coroutine<Void> cancelTaskAndFuture() {
    Future<Void> future = getRunningLoop().createFuture();
    Task<Void> task = createTask(telling("worker", future));
    await(sleep(Duration.ZERO));
    future.cancel();
    task.cancel();
    try {
      await(task);
    } catch (CancelledError cancelled) {
      events.add(future.cancelled() + " " + task.cancelled());
    }
    return result();
  }

  @Async
  private Coroutine<Void> cancelSecondOfThree() {
    Future<String> first = getRunningLoop().createFuture();
    Future<String> second = getRunningLoop().createFuture();
    Future<String> third = getRunningLoop().createFuture();
    Task<String> task = createTask(awaitThree(first, second, third));
    await(sleep(Duration.ZERO));
    first.setResult("first");
    await(sleep(Duration.ZERO));
    task.cancel();
    events.add("second cancelled " + second.cancelled());
    await(sleep(Duration.ZERO));
    third.setResult("third");
    events.add(await(task));
    events.add("cancelled " + task.cancelled());
    return result();
  }

  @Async
  private static Coroutine<String> awaitThree(
      Future<String> first, Future<String> second, Future<String> third) {
    await(first);
    try {
      await(second);
    } catch (CancelledError cancelled) {
      return result(await(third));
    }
    return result("not cancelled");
  }

  @Async
  private Coroutine<Void> cancelSelfAndAwaitTask() {
    Task<Void> nested = createTask(telling("nested", getRunningLoop().createFuture()));
    Task<Void> outer = createTask(cancelSelfAndAwait(nested));
    try {
      await(outer);
    } catch (CancelledError cancelled) {
      events.add("outer " + outer.cancelled() + ", nested " + nested.cancelled());
    }
    return result();
  }

  @Async
  private static Coroutine<Void> cancelSelfAndAwait(Task<Void> nested) {
    await(sleep(Duration.ZERO));
    currentTask().cancel();
    await(nested);
    return result();
  }

  @Async
  private Coroutine<Void> cancelUnstartedWithMessage() {
    Task<Void> task = createTask(sleepyWorker());
    task.cancel("too early");
    await(sleep(Duration.ofSeconds(1)));
    events.add("result: " + assertThrows(CancelledError.class, task::result).getMessage());
    events.add("exception: " + assertThrows(CancelledError.class, task::exception).getMessage());
    return result();
  }

  @Async
  private Coroutine<Void> cancelGivingWay() {
    Task<Void> task = createTask(giveWayTwice());
    await(sleep(Duration.ZERO));
    task.cancel();
    try {
      await(task);
    } catch (CancelledError cancelled) {
      events.add("cancelled " + task.cancelled());
    }
    events.add("again " + task.cancel());
    return result();
  }

  @Async
  private static Coroutine<Void> giveWayTwice() {
    await(sleep(Duration.ZERO));
    await(sleep(Duration.ZERO));
    return result();
  }

  @Async
  private Coroutine<Void> failWithErrorWhenCancelled() {
    Task<Void> task = createTask(errorWhenCancelled());
    await(sleep(Duration.ZERO));
    task.cancel();
    try {
      await(task);
    } catch (AssertionError error) {
      events.add(error.getClass().getSimpleName() + ", cancelled " + task.cancelled());
    }
    return result();
  }

  @Async
  private static Coroutine<Void> errorWhenCancelled() {
    try {
      await(sleep(LONG));
    } catch (CancelledError cancelled) {
      throw new AssertionError("broken");
    }
    return result();
  }

  @Async
  private Coroutine<Void> chainCancellation() {
    Task<Void> inner = createTask(sleepyUntilCancelled());
    getRunningLoop().callLater(Duration.ofSeconds(1), () -> inner.cancel("msg"));
    try {
      await(wrapCancellation(inner));
    } catch (IllegalStateException failure) {
      Throwable cause = failure.getCause();
      events.add(
          failure.getMessage()
              + " by "
              + cause.getClass().getSimpleName()
              + ": "
              + cause.getMessage());
    }
    return result();
  }

  @Async
  private static Coroutine<Void> sleepyUntilCancelled() {
    await(sleep(LONG));
    return result();
  }

  @Async
  private static Coroutine<Void> wrapCancellation(Task<Void> inner) {
    try {
      await(inner);
    } catch (CancelledError cancelled) {
      throw new IllegalStateException("wrapped", cancelled);
    }
    return result();
  }

  /** What a time-out does, written out with cancel and uncancel. */
  @Async
  private Coroutine<Void> timeoutByHand(Duration limit) {
    Task<?> task = currentTask();
    boolean[] timedOut = {false};
    TimerHandle timer =
        getRunningLoop()
            .callLater(
                limit,
                () -> {
                  timedOut[0] = true;
                  task.cancel();
                });
    try {
      await(sleep(LONG));
      events.add("in time");
    } catch (CancelledError cancelled) {
      if (!timedOut[0] || task.uncancel() > 0) {
        throw cancelled;
      }
      events.add("timed out");
    } finally {
      timer.cancel();
    }
    await(sleep(Duration.ZERO));
    events.add("outer code, cancelling " + task.cancelling());
    return result();
  }

  @Async
  private Coroutine<Void> failInFinally() {
    Task<Void> task = createTask(brokenFinally());
    await(sleep(Duration.ZERO));
    task.cancel();
    try {
      await(task);
    } catch (IllegalStateException failure) {
      events.add("cancelled " + task.cancelled());
      events.add(failure.getMessage());
    }
    return result();
  }

  @Async
  private Coroutine<Void> brokenFinally() {
    try {
      await(sleep(LONG));
    } finally {
      fail("broken finally");
    }
    return result();
  }

  private static void fail(String message) {
    throw new IllegalStateException(message);
  }

  @Async
  private Coroutine<Void> awaitInFinally() {
    Task<Void> task = createTask(cleanUp());
    await(sleep(Duration.ZERO));
    task.cancel();
    try {
      await(task);
    } catch (CancelledError cancelled) {
      events.add("cancelled " + task.cancelled());
    }
    return result();
  }

  @Async
  private Coroutine<Void> cleanUp() {
    try {
      await(sleep(LONG));
    } finally {
      events.add("cleaning up");
      await(sleep(Duration.ofSeconds(5)));
      events.add("cleaned up after " + seconds());
    }
    return result();
  }

  @Async
  private Coroutine<Void> throwCancelled() {
    Task<Void> task = createTask(throwing());
    try {
      await(task);
    } catch (CancelledError cancelled) {
      events.add("cancelled " + task.cancelled());
      events.add("cancelling " + task.cancelling());
    }
    return result();
  }

  @Async
  private Coroutine<Void> throwing() {
    await(sleep(Duration.ZERO));
    throw new CancelledError("by itself");
  }

  @Async
  private Coroutine<Void> cancelMain() {
    currentTask().cancel();
    await(sleep(LONG));
    return result();
  }

  private static String seconds() {
    return Duration.ofNanos(getRunningLoop().time()).toSeconds() + "s";
  }
}
