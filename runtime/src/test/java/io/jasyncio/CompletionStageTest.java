package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.fromCompletionStage;
import static io.jasyncio.Asyncio.gather;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.annotations.Async;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class CompletionStageTest {

  private final List<String> events = new ArrayList<>();
  private final CompletableFuture<String> stage = new CompletableFuture<>();

  @Test
  void doneStage_givesItsValueAtOnce() {
    stage.complete("x");
    VirtualLoop.run(awaitBesideAnother(stage));

    assertEquals(List.of("got x", "other task"), events);
  }

  @Test
  void doneMinimalStage_givesItsValueAtOnce() {
    stage.complete("x");
    VirtualLoop.run(awaitBesideAnother(stage.minimalCompletionStage()));

    assertEquals(List.of("got x", "other task"), events);
  }

  @Test
  void stageCompletedOnTheLoop_resumesInALaterTurn() {
    VirtualLoop.run(completeOnLoop());

    assertEquals(List.of("completed", "got x"), events);
  }

  @Test
  void stageCompletedOnAnotherThread_resumesOnTheLoop() {
    VirtualLoop.run(completeOnThread());

    assertEquals(List.of("got x", "same thread"), events);
  }

  @Test
  void failure_isUnwrapped() {
    stage.completeExceptionally(new IOException("disk"));
    VirtualLoop.run(catchFailure(stage.thenApply(value -> value + "!")));

    assertEquals(List.of("IOException: disk"), events);
  }

  @Test
  void cancelledStage_isACancellation() {
    stage.cancel(false);
    VirtualLoop.run(catchFailure(stage));

    assertEquals(List.of("CancelledError: null"), events);
  }

  @Test
  void cancelOfTheTask_cancelsTheStage() {
    VirtualLoop.run(cancelTask());

    assertEquals(List.of("task cancelled true"), events);
    assertTrue(stage.isCancelled());
  }

  @Test
  void cancelOfTheFutureOfADoneStage_changesNothing() {
    EventLoop loop = VirtualLoop.create();
    Asyncio.setEventLoop(loop);
    try {
      Future<String> future = fromCompletionStage(stage);
      stage.complete("x");
      assertTrue(future.cancel());
      loop.runUntilComplete(sleep(Duration.ZERO));
      assertTrue(future.cancelled());
      assertEquals("x", stage.join());
    } finally {
      Asyncio.setEventLoop(null);
      loop.close();
    }
  }

  @Test
  void fromCompletionStage_canBeGathered() {
    VirtualLoop.run(gatherStages());

    assertEquals(List.of("[x, y]"), events);
  }

  @Async
  private Coroutine<Void> awaitBesideAnother(CompletionStage<String> done) {
    Task<Void> other = createTask(tell("other task"));
    events.add("got " + await(done));
    await(other);
    return result();
  }

  @Async
  private Coroutine<Void> tell(String event) {
    events.add(event);
    return result();
  }

  @Async
  private Coroutine<Void> completeOnLoop() {
    Task<Void> task = createTask(tellResult(stage));
    await(sleep(Duration.ZERO));
    stage.complete("x");
    events.add("completed");
    await(task);
    return result();
  }

  @Async
  private Coroutine<Void> tellResult(CompletionStage<String> awaited) {
    events.add("got " + await(awaited));
    return result();
  }

  @Async
  private Coroutine<Void> completeOnThread() {
    Thread before = Thread.currentThread();
    new Thread(() -> stage.complete("x")).start();
    events.add("got " + await(stage));
    events.add(Thread.currentThread() == before ? "same thread" : "another thread");
    return result();
  }

  @SuppressWarnings("CancellationSwallowed") // it tells what it catches
  @Async
  private Coroutine<Void> catchFailure(CompletionStage<String> failing) {
    try {
      await(failing);
    } catch (Throwable failure) {
      events.add(failure.getClass().getSimpleName() + ": " + failure.getMessage());
    }
    return result();
  }

  @Async
  private Coroutine<Void> cancelTask() {
    Task<Void> task = createTask(tellResult(stage));
    await(sleep(Duration.ZERO));
    task.cancel();
    try {
      await(task);
    } catch (CancelledError cancelled) {
      events.add("task cancelled " + task.cancelled());
    }
    return result();
  }

  @Async
  private Coroutine<Void> gatherStages() {
    Future<String> future = fromCompletionStage(stage);
    Task<Void> completer = createTask(completeLater());
    List<String> results = await(gather(List.of(future, sleep(Duration.ofSeconds(1), "y"))));
    events.add(results.toString());
    await(completer);
    return result();
  }

  @Async
  private Coroutine<Void> completeLater() {
    await(sleep(Duration.ofSeconds(2)));
    stage.complete("x");
    return result();
  }
}
