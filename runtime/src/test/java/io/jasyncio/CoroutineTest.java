package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.annotations.Async;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoroutineTest {

  private final List<String> events = new ArrayList<>();
  private final EventLoop loop = VirtualLoop.create();
  private final Future<String> future = loop.createFuture();

  @Test
  void call_runsNothing() {
    Coroutine<String> coroutine = waitForFuture();
    assertEquals(List.of(), events);
    coroutine.close();
    assertEquals(List.of(), events);
  }

  @Test
  void send_startsAndStopsAtTheFuture() {
    Coroutine<String> coroutine = waitForFuture();

    assertSame(future, coroutine.send(null));
    assertEquals(List.of("started"), events);
    future.setResult("x");
    StopIteration stop = assertThrows(StopIteration.class, () -> coroutine.send(null));
    assertEquals("got x", stop.value());
    assertEquals(List.of("started", "finally"), events);
  }

  @Test
  void send_throughNestedCoroutines() {
    Coroutine<String> coroutine = nested();

    assertNull(coroutine.send(null));
    assertSame(future, coroutine.send(null));
    future.setResult("x");
    StopIteration stop = assertThrows(StopIteration.class, () -> coroutine.send(null));
    assertEquals("nested got x", stop.value());
  }

  @Test
  void sendOfValueToNewCoroutine_isRefused() {
    Coroutine<String> coroutine = waitForFuture();
    assertThrows(IllegalArgumentException.class, () -> coroutine.send("x"));
    assertSame(future, coroutine.send(null));
  }

  @Test
  void sendWhileTheFutureIsPending_throwsIntoTheCoroutine() {
    Coroutine<String> coroutine = waitForFuture();
    coroutine.send(null);

    assertThrows(InvalidStateException.class, () -> coroutine.send(null));
    assertEquals(List.of("started", "finally"), events);
  }

  @Test
  void send_deliversTheFuturesException() {
    Coroutine<String> coroutine = waitForFuture();
    coroutine.send(null);
    IOException failure = new IOException("disk");
    future.setException(failure);

    assertSame(failure, assertThrows(IOException.class, () -> coroutine.send(null)));
  }

  @Test
  void stopIterationThatLeaks_isNotTakenForTheResult() {
    Coroutine<String> coroutine = waitForFuture();
    coroutine.send(null);
    StopIteration leaking =
        assertThrows(StopIteration.class, () -> Coroutine.completed("x").send(null));

    reuseFails("coroutine raised StopIteration", () -> coroutine.throwInto(leaking));
  }

  @Test
  void throwInto_isThrownAtTheAwait() {
    Coroutine<String> coroutine = waitForFuture();
    coroutine.send(null);
    IOException failure = new IOException("disk");

    assertSame(failure, assertThrows(IOException.class, () -> coroutine.throwInto(failure)));
    assertEquals(List.of("started", "finally"), events);
    reuseFails("cannot reuse already awaited coroutine", () -> coroutine.throwInto(failure));
  }

  @Test
  void throwIntoNewCoroutine_endsIt() {
    Coroutine<String> coroutine = waitForFuture();
    IOException failure = new IOException("disk");

    assertSame(failure, assertThrows(IOException.class, () -> coroutine.throwInto(failure)));
    assertEquals(List.of(), events);
    reuseFails("cannot reuse already awaited coroutine", () -> coroutine.send(null));
  }

  @Test
  void close_runsFinally() {
    Coroutine<String> coroutine = waitForFuture();
    coroutine.send(null);
    coroutine.close();
    coroutine.close();

    assertEquals(List.of("started", "finally"), events);
    reuseFails("cannot reuse already awaited coroutine", () -> coroutine.send(null));
  }

  @Test
  void closeOfCoroutineThatAwaitsAgain_isAnError() {
    Coroutine<Void> coroutine = stubborn();
    coroutine.send(null);

    reuseFails("ignored GeneratorExit", coroutine::close);
  }

  @Test
  void secondAwait_isRefused() {
    VirtualLoop.run(awaitTwice(sleep(Duration.ZERO, "x")));

    assertEquals(1, events.size());
    assertTrue(events.get(0).startsWith("cannot reuse already awaited coroutine"), events.get(0));
  }

  @Test
  void awaitOfCoroutineThatIsAwaited_isRefused() {
    VirtualLoop.run(awaitByTwoTasks(sleep(Duration.ofSeconds(1), "x")));

    assertEquals(2, events.size());
    assertTrue(events.get(0).startsWith("coroutine is being awaited already"), events.get(0));
    assertEquals("x", events.get(1));
  }

  @Test
  void sendToCoroutineOfTask_isRefused() {
    VirtualLoop.run(sendToTask(sleep(Duration.ofSeconds(1), "x")));

    assertEquals(1, events.size());
    assertTrue(events.get(0).startsWith("coroutine is being awaited already"), events.get(0));
  }

  @Test
  void completed_hasItsValue() {
    assertEquals("x", VirtualLoop.run(Coroutine.completed("x")));
  }

  @Test
  void awaitableOfTheUser_leadsToTheCoroutine() {
    assertEquals("x", VirtualLoop.run(awaitValue(() -> () -> Coroutine.completed("x"))));
  }

  @Test
  void awaitableThatLeadsInACircle_isRefused() {
    Coroutine<Object> coroutine = awaitValue(new Circle());
    reuseFails("in a circle", () -> VirtualLoop.run(coroutine));
  }

  @Test
  void awaitOfNull_isRefused() {
    assertThrows(NullPointerException.class, () -> VirtualLoop.run(awaitValue(null)));
    assertThrows(NullPointerException.class, () -> VirtualLoop.run(awaitValue(() -> null)));
  }

  private record Circle() implements Awaitable<Object> {
    @Override
    public Awaitable<Object> awaited() {
      return this;
    }
  }

  @Async
  private Coroutine<String> waitForFuture() {
    events.add("started");
    try {
      return result("got " + await(future));
    } finally {
      events.add("finally");
    }
  }

  @Async
  private Coroutine<String> nested() {
    await(sleep(Duration.ZERO));
    return result("nested " + await(waitForFuture()));
  }

  @Async
  private Coroutine<Void> stubborn() {
    try {
      await(future);
    } finally {
      await(sleep(Duration.ZERO));
    }
    return result();
  }

  @Async
  private Coroutine<Void> awaitTwice(Coroutine<String> coroutine) {
    await(coroutine);
    try {
      await(coroutine);
    } catch (IllegalStateException refused) {
      events.add(refused.getMessage());
    }
    return result();
  }

  @Async
  private Coroutine<Void> awaitByTwoTasks(Coroutine<String> coroutine) {
    Task<String> first = Asyncio.createTask(coroutine);
    Task<String> second = Asyncio.createTask(coroutine);
    try {
      await(second);
    } catch (IllegalStateException refused) {
      events.add(refused.getMessage());
    }
    events.add(await(first));
    return result();
  }

  @Async
  private Coroutine<Void> sendToTask(Coroutine<String> coroutine) {
    Task<String> task = Asyncio.createTask(coroutine);
    await(sleep(Duration.ZERO));
    try {
      coroutine.send(null);
    } catch (IllegalStateException refused) {
      events.add(refused.getMessage());
    }
    await(task);
    return result();
  }

  @Async
  private static <T> Coroutine<T> awaitValue(Awaitable<T> awaitable) {
    return result(await(awaitable));
  }

  private static void reuseFails(String words, Runnable action) {
    IllegalStateException failure = assertThrows(IllegalStateException.class, action::run);
    assertTrue(failure.getMessage().contains(words), failure.getMessage());
  }
}
