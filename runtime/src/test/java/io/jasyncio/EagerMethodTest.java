package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.currentTask;
import static io.jasyncio.Asyncio.getRunningLoop;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;
import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.annotations.Async;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Methods that return futures, called where no loop runs, and in a loop. */
class EagerMethodTest {

  private final List<String> events = new ArrayList<>();

  @Async
  private CompletableFuture<String> both(
      CompletionStage<String> first, CompletionStage<String> then) {
    events.add("begins");
    try {
      String one = await(first);
      events.add("has " + one);
      return completedFuture(one + await(then));
    } catch (CancelledError cancelled) {
      events.add("cancelled");
      throw cancelled;
    } finally {
      events.add("finally");
    }
  }

  // Without a loop

  @Test
  void call_startsAtOnce_andGoesOnWhereAStageIsCompleted() {
    CompletableFuture<String> first = new CompletableFuture<>();
    CompletableFuture<String> then = new CompletableFuture<>();

    CompletableFuture<String> future = both(first, then);

    assertEquals(List.of("begins"), events);
    first.complete("a");
    assertEquals(List.of("begins", "has a"), events);
    assertFalse(future.isDone());
    then.complete("b");
    assertEquals("ab", future.join());
    assertEquals(List.of("begins", "has a", "finally"), events);
  }

  @Test
  void call_thatNeverWaits_isDoneWhenItReturns() {
    assertEquals("ab", both(completedFuture("a"), completedFuture("b")).getNow(null));
  }

  @Test
  void body_goesOnOnTheCompletingThread() throws InterruptedException {
    CompletableFuture<String> first = new CompletableFuture<>();
    CompletableFuture<String> name = threadAfter(first);
    Thread completing = new Thread(() -> first.complete("x"), "completing");

    completing.start();
    completing.join();

    assertEquals("completing", name.join());
  }

  @Async
  private static CompletableFuture<String> threadAfter(CompletionStage<String> stage) {
    await(stage);
    return completedFuture(Thread.currentThread().getName());
  }

  @Async
  private static CompletableFuture<Void> failsBefore() throws IOException {
    throw new IOException("before");
  }

  @Test
  void exception_beforeTheFirstSuspension_failsTheFuture() throws IOException {
    CompletableFuture<Void> future = failsBefore();

    CompletionException failure = assertThrows(CompletionException.class, future::join);
    assertEquals("before", failure.getCause().getMessage());
    assertEquals(IOException.class, failure.getCause().getClass());
  }

  @Test
  void failureOfAStage_isThrownUnwrapped() {
    CompletableFuture<String> first = new CompletableFuture<>();
    CompletableFuture<String> future =
        both(first.thenApply(text -> text), completedFuture("b")); // which wraps
    IllegalStateException cause = new IllegalStateException("stage");

    first.completeExceptionally(cause);

    assertSame(cause, assertThrows(CompletionException.class, future::join).getCause());
    assertEquals(List.of("begins", "finally"), events);
  }

  @Test
  void cancellingTheFuture_cancelsTheBody_andWhatItWaitsFor() {
    CompletableFuture<String> first = new CompletableFuture<>();
    CompletableFuture<String> future = both(first, completedFuture("b"));

    assertTrue(future.cancel(true));

    assertEquals(List.of("begins", "cancelled", "finally"), events);
    assertTrue(first.isCancelled());
    assertThrows(CancellationException.class, future::join);
    assertTrue(future.cancel(true));
    assertEquals(List.of("begins", "cancelled", "finally"), events);
  }

  @Test
  void cancellingWhatIsAwaited_cancelsTheBody() {
    CompletableFuture<String> first = new CompletableFuture<>();
    CompletableFuture<String> future = both(first, completedFuture("b"));

    first.cancel(false);

    assertEquals(List.of("begins", "cancelled", "finally"), events);
    assertTrue(future.isCancelled());
  }

  @Test
  void cancellation_reachesTheInnermostOfACallInACall() {
    CompletableFuture<String> first = new CompletableFuture<>();
    CompletableFuture<String> outer = outer(first);

    outer.cancel(true);

    assertEquals(List.of("begins", "cancelled", "finally", "outer"), events);
    assertTrue(first.isCancelled());
  }

  @Async
  private CompletableFuture<String> outer(CompletionStage<String> first) {
    try {
      return completedFuture(await(both(first, completedFuture("b"))) + await(coroutine(first)));
    } finally {
      events.add("outer");
    }
  }

  @Async
  private Coroutine<String> coroutine(CompletionStage<String> stage) {
    return result("c" + await(stage));
  }

  @Test
  void bodyThatCatchesTheCancellation_goesOn_butItsFutureIsCancelled() {
    CompletableFuture<String> first = new CompletableFuture<>();
    CompletableFuture<String> then = new CompletableFuture<>();
    CompletableFuture<String> future = survives(first, then);

    future.cancel(false);
    assertEquals(List.of("survives"), events);
    then.complete("late");

    assertEquals(List.of("survives", "got late"), events);
    assertTrue(future.isCancelled());
  }

  @Async
  private CompletableFuture<String> survives(
      CompletionStage<String> first, CompletionStage<String> then) {
    try {
      await(first);
    } catch (CancelledError cancelled) {
      events.add("survives");
    }
    events.add("got " + await(then));
    return completedFuture("end");
  }

  @Test
  void coroutines_areAwaitedInTheSameCall() {
    CompletableFuture<String> first = new CompletableFuture<>();
    CompletableFuture<String> future = outer(first);

    first.complete("x");

    assertEquals("xbcx", future.join());
  }

  @Async
  private static CompletableFuture<Integer> countThrough(
      CompletionStage<Integer> stage, int times) {
    int sum = 0;
    for (int i = 0; i < times; i++) {
      sum += await(stage);
    }
    return completedFuture(sum);
  }

  @Test
  void loopOverStagesThatAreDone_takesNoStack() {
    assertEquals(100_000, countThrough(completedFuture(1), 100_000).join());
    assertEquals(100_000, countThrough(CompletableFuture.completedStage(1), 100_000).join());
  }

  @Test
  void chainOfCalls_goesOnFromTheInnermost() {
    CompletableFuture<Integer> end = new CompletableFuture<>();
    CompletableFuture<Integer> chain = chain(end, 500);

    end.complete(1);

    assertEquals(501, chain.join());
  }

  @Async
  private static CompletableFuture<Integer> chain(CompletionStage<Integer> end, int depth) {
    return completedFuture(
        (depth == 0 ? await(end) : await(chain(end, depth - 1))) + (depth == 0 ? 0 : 1));
  }

  @Test
  void whatNeedsALoop_saysSo() {
    CompletableFuture<Void> future = sleeps();

    CompletionException failure = assertThrows(CompletionException.class, future::join);

    assertEquals(
        "no running event loop: call this from a coroutine or a callback, below Asyncio.run(...)",
        failure.getCause().getMessage());
  }

  @Async
  private static CompletableFuture<Void> sleeps() {
    await(sleep(Duration.ofSeconds(1)));
    return completedFuture(null);
  }

  @Test
  void futureOfALoop_isNothingToWaitForWithoutOne() {
    try (EventLoop loop = EventLoop.create()) {
      CompletableFuture<String> future = awaits(loop.createFuture());

      assertTrue(future.isCompletedExceptionally());
    }
  }

  @Async
  private static CompletableFuture<String> awaits(Awaitable<String> awaitable) {
    return completedFuture(await(awaitable));
  }

  @Test
  void droppedCall_isCollected() {
    CompletableFuture<String> kept = new CompletableFuture<>();
    WeakReference<CompletableFuture<String>> dropped =
        new WeakReference<>(both(new CompletableFuture<>(), kept));

    assertCollected(dropped);
  }

  static void assertCollected(WeakReference<?> dropped) {
    for (int i = 0; i < 50 && dropped.get() != null; i++) {
      System.gc();
    }
    assertNull(dropped.get());
  }

  // In a loop

  @Test
  void inALoop_itIsATask_andResumesOnTheLoop() {
    VirtualLoop.run(inLoop());

    assertEquals(List.of("same loop", "own task", "1s"), events);
  }

  @Async
  private Coroutine<Void> inLoop() {
    Task<?> caller = currentTask();
    EventLoop loop = getRunningLoop();
    CompletableFuture<Task<?>> future = ownTask(loop);
    assertFalse(future.isDone());
    assertNotSame(caller, await(future));
    events.add("own task");
    events.add(Duration.ofNanos(loop.time()).toSeconds() + "s");
    return result();
  }

  @Async
  private CompletableFuture<Task<?>> ownTask(EventLoop loop) {
    await(sleep(Duration.ofSeconds(1)));
    assertSame(loop, getRunningLoop());
    events.add("same loop");
    return completedFuture(currentTask());
  }

  @Test
  void inALoop_aStageOfAnotherThread_resumesOnTheLoop() {
    String name = Asyncio.run(callFromLoop());

    assertEquals(Thread.currentThread().getName(), name);
  }

  @Async
  private static Coroutine<String> callFromLoop() {
    return result(
        await(threadAfter(CompletableFuture.supplyAsync(() -> "x").thenApply(text -> text))));
  }

  @Test
  void inALoop_contextChangesStayInside() {
    ContextVar<String> variable = new ContextVar<>("v", "outside");

    assertEquals("outside inside", VirtualLoop.run(changes(variable)));
  }

  @Async
  private static Coroutine<String> changes(ContextVar<String> variable) {
    String inside = await(change(variable));
    return result(variable.get() + " " + inside);
  }

  @Async
  private static CompletableFuture<String> change(ContextVar<String> variable) {
    var unused = variable.set("inside");
    await(sleep(Duration.ofSeconds(1)));
    return completedFuture(variable.get());
  }

  @Test
  void inALoop_blockingOnIt_isRefused() {
    assertThrows(WrongLoopException.class, () -> VirtualLoop.run(blocks()));
  }

  @Async
  @SuppressWarnings("BlockingCall") // to be refused
  private Coroutine<Void> blocks() {
    sleeps().join();
    return result();
  }
}
