package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.getRunningLoop;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.annotations.Async;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AsyncQueueTest {

  private final List<String> events = new ArrayList<>();

  @Test
  void nowait_isFirstInFirstOut() {
    AsyncQueue<String> queue = new AsyncQueue<>(2);
    assertTrue(queue.empty());
    queue.putNowait("a");
    queue.putNowait(null);

    assertTrue(queue.full());
    assertEquals(2, queue.qsize());
    assertThrows(QueueFullException.class, () -> queue.putNowait("c"));
    assertEquals("a", queue.getNowait());
    assertNull(queue.getNowait());
    assertThrows(QueueEmptyException.class, queue::getNowait);
  }

  @Test
  void queueWithoutBound_isNeverFull() {
    AsyncQueue<Integer> queue = new AsyncQueue<>();
    for (int i = 0; i < 100; i++) {
      queue.putNowait(i);
    }
    assertFalse(queue.full());
  }

  @Test
  void taskDoneTooOften_isAnError() {
    AsyncQueue<String> queue = new AsyncQueue<>();
    assertThrows(IllegalStateException.class, queue::taskDone);
    queue.putNowait("a");
    queue.taskDone();
    assertThrows(IllegalStateException.class, queue::taskDone);
  }

  @Test
  void workers_shareTheJobsAndJoinWaitsForAll() {
    VirtualLoop.run(workers());

    assertEquals(
        List.of("w1 took 1", "w2 took 2", "w1 took 3", "w2 took 4", "w1 took 5", "joined at 3"),
        events);
  }

  @Test
  void put_waitsWhileTheQueueIsFull() {
    VirtualLoop.run(producer());

    assertEquals(
        List.of("put 1", "put 2", "got 1", "put 3", "got 2", "put 4", "got 3", "got 4"), events);
  }

  @Test
  void getters_areServedInTheOrderOfTheirCalls() {
    VirtualLoop.run(getters());

    assertEquals(List.of("first got a", "second got b", "third got c"), events);
  }

  @Test
  void cancelledGetter_leavesTheItemToTheNext() {
    VirtualLoop.run(cancelGetter());

    assertEquals(List.of("first cancelled", "second got a"), events);
  }

  @Test
  void getterCancelledWhileBeingWoken_handsItsTurnOn() {
    VirtualLoop.run(cancelWokenGetter());

    assertEquals(List.of("first cancelled", "second got a"), events);
  }

  @Test
  void putterCancelledWhileBeingWoken_handsItsTurnOn() {
    VirtualLoop.run(cancelWokenPutter());

    assertEquals(List.of("first cancelled", "0", "second"), events);
  }

  @Test
  void joinOfEmptyQueue_doesNotWait() {
    VirtualLoop.run(new AsyncQueue<String>().join());
  }

  @Test
  void queueOfAnotherLoop_isRefused() {
    AsyncQueue<String> queue = new AsyncQueue<>();
    EventLoop first = VirtualLoop.create();
    first.createTask(queue.get());
    first.stop();
    first.runForever();

    assertThrows(WrongLoopException.class, () -> VirtualLoop.run(queue.get()));
  }

  @Async
  private Coroutine<Void> workers() {
    AsyncQueue<Integer> queue = new AsyncQueue<>();
    Task<Void> first = createTask(worker("w1", queue));
    Task<Void> second = createTask(worker("w2", queue));
    for (int job = 1; job <= 5; job++) {
      await(queue.put(job));
    }
    await(queue.join());
    events.add("joined at " + Duration.ofNanos(getRunningLoop().time()).toSeconds());
    first.cancel();
    second.cancel();
    return result();
  }

  @Async
  private Coroutine<Void> worker(String name, AsyncQueue<Integer> queue) {
    while (true) {
      int job = await(queue.get());
      events.add(name + " took " + job);
      await(sleep(Duration.ofSeconds(1)));
      queue.taskDone();
    }
  }

  @Async
  private Coroutine<Void> producer() {
    AsyncQueue<Integer> queue = new AsyncQueue<>(2);
    Task<Void> producer = createTask(putFour(queue));
    for (int i = 0; i < 4; i++) {
      await(sleep(Duration.ZERO));
      events.add("got " + await(queue.get()));
    }
    await(producer);
    return result();
  }

  @Async
  private Coroutine<Void> putFour(AsyncQueue<Integer> queue) {
    for (int i = 1; i <= 4; i++) {
      await(queue.put(i));
      events.add("put " + i);
    }
    return result();
  }

  @Async
  private Coroutine<Void> getter(String name, AsyncQueue<String> queue) {
    try {
      events.add(name + " got " + await(queue.get()));
    } catch (CancelledError cancelled) {
      events.add(name + " cancelled");
      throw cancelled;
    }
    return result();
  }

  @Async
  private Coroutine<Void> getters() {
    AsyncQueue<String> queue = new AsyncQueue<>();
    Task<Void> first = createTask(getter("first", queue));
    Task<Void> second = createTask(getter("second", queue));
    Task<Void> third = createTask(getter("third", queue));
    await(sleep(Duration.ZERO));
    await(queue.put("a"));
    await(queue.put("b"));
    await(queue.put("c"));
    await(first);
    await(second);
    await(third);
    return result();
  }

  @Async
  private Coroutine<Void> cancelGetter() {
    AsyncQueue<String> queue = new AsyncQueue<>();
    Task<Void> first = createTask(getter("first", queue));
    Task<Void> second = createTask(getter("second", queue));
    await(sleep(Duration.ZERO));
    first.cancel();
    await(sleep(Duration.ZERO));
    await(queue.put("a"));
    await(second);
    return result();
  }

  @Async
  private Coroutine<Void> cancelWokenGetter() {
    AsyncQueue<String> queue = new AsyncQueue<>();
    Task<Void> first = createTask(getter("first", queue));
    Task<Void> second = createTask(getter("second", queue));
    await(sleep(Duration.ZERO));
    await(queue.put("a"));
    first.cancel();
    await(second);
    return result();
  }

  @Async
  private Coroutine<Void> putter(String item, AsyncQueue<String> queue) {
    try {
      await(queue.put(item));
    } catch (CancelledError cancelled) {
      events.add(item + " cancelled");
      throw cancelled;
    }
    return result();
  }

  @Async
  private Coroutine<Void> cancelWokenPutter() {
    AsyncQueue<String> queue = new AsyncQueue<>(1);
    queue.putNowait("0");
    Task<Void> first = createTask(putter("first", queue));
    Task<Void> second = createTask(putter("second", queue));
    await(sleep(Duration.ZERO));
    String taken = queue.getNowait();
    first.cancel();
    await(second);
    events.add(taken);
    events.add(queue.getNowait());
    return result();
  }
}
