package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.annotations.Async;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AsyncQueueTest extends Story {

  private final AsyncQueue<String> queue = new AsyncQueue<>();
  private final AsyncQueue<String> one = new AsyncQueue<>(1);

  // Without waiting

  @Test
  void nowait_isFirstInFirstOut() {
    AsyncQueue<String> two = new AsyncQueue<>(2);
    assertTrue(two.empty());
    two.putNowait("a");
    assertFalse(two.full() || two.empty());
    two.putNowait(null);
    assertTrue(two.full());
    assertEquals(2, two.qsize());
    assertEquals(2, two.maxsize());
    assertThrows(QueueFullException.class, () -> two.putNowait("c"));
    assertEquals("a", two.getNowait());
    assertNull(two.getNowait());
    assertThrows(QueueEmptyException.class, two::getNowait);
  }

  @Test
  void queueWithoutBound_isNeverFull() {
    for (int i = 0; i < 100; i++) {
      queue.putNowait("" + i);
    }
    assertFalse(queue.full());
    assertEquals(0, queue.maxsize());
  }

  @Test
  void negativeBound_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> new AsyncQueue<>(-1));
    assertThrows(IllegalArgumentException.class, () -> new AsyncLifoQueue<>(-1));
    assertThrows(IllegalArgumentException.class, () -> new AsyncPriorityQueue<>(-1));
  }

  // Getting

  @Test
  void getAndPutThatNeedNotWait_doNotSuspend() {
    begin("put", queue.put("a"));
    begin("get", queue.get());
    expect("put", "get a");
  }

  @Test
  void getFromEmptyQueue_waitsForAnItem() {
    begin("get", queue.get());
    expect();
    queue.putNowait("a");
    turn();
    expect("get a");
  }

  @Test
  void getters_areServedInTheOrderOfTheirCalls() {
    start("first", queue.get());
    start("second", queue.get());
    begin("third", queue.get());
    start("put", putAll(queue, "a", "b", "c"));
    turns(2);
    expect("put", "first a", "second b", "third c");
  }

  @Test
  void get_makesRoomForOneWhoWaitsToPut() {
    one.putNowait("a");
    begin("put", one.put("b"));
    expect();
    begin("get", one.get());
    turn();
    expect("get a", "put");
    assertEquals("b", one.getNowait());
  }

  @Test
  void producerAndConsumerOfSmallQueue_keepStep() {
    start("producer", putAll(one, "a", "b", "c", "d", "e"));
    start("consumer", getAll(one, 5));
    turns(12);
    expect("a", "b", "c", "d", "producer", "e", "consumer");
    assertStands(one, 0, 0, 0);
  }

  @Test
  void newcomer_doesNotOvertakeAGetterThatIsBeingWoken() {
    begin("first", queue.get());
    start("newcomer", queue.get());
    queue.putNowait("a");
    queue.putNowait("b");
    turns(2);
    expect("first a", "newcomer b");
  }

  @Test
  void getNowait_takesTheItemOfAGetterThatIsBeingWoken() {
    start("first", queue.get());
    begin("second", queue.get());
    queue.putNowait("a");
    assertEquals("a", queue.getNowait());
    turn();
    expect();
    assertStands(queue, 0, 2, 0);
    queue.putNowait("b");
    queue.putNowait("c");
    turn();
    // The first has kept its place.
    expect("first b", "second c");
  }

  @Test
  void cancelledGetter_leavesTheItemToTheNext() {
    Task<String> first = start("first", queue.get());
    begin("second", queue.get());
    first.cancel();
    turn();
    queue.putNowait("a");
    turn();
    expect("first cancelled", "second a");
    assertStands(queue, 0, 0, 0);
  }

  @Test
  void getterCancelledWhileBeingWoken_handsItsTurnOn() {
    Task<String> first = start("first", queue.get());
    begin("second", queue.get());
    queue.putNowait("a");
    first.cancel();
    turns(2);
    expect("first cancelled", "second a");
  }

  @Test
  void getterCancelledWhileBeingWoken_dropsNoItem() {
    Task<String> reader = begin("reader", queue.get());
    queue.putNowait("a");
    queue.putNowait("b");
    reader.cancel();
    turn();
    begin("again", queue.get());
    expect("reader cancelled", "again a");
  }

  @Test
  void oneOfManyGettersCancelledWhileBeingWoken_dropsNoItem() {
    Task<String> first = start("first", queue.get());
    start("second", queue.get());
    begin("third", queue.get());
    queue.putNowait("a");
    queue.putNowait("b");
    first.cancel();
    turns(2);
    expect("first cancelled", "second a", "third b");
  }

  @Test
  void getThatTimesOut_leavesNothing() {
    Coroutine<String> get = Asyncio.waitFor(queue.get(), Duration.ofNanos(1));
    assertThrows(AsyncTimeoutException.class, () -> loop.runUntilComplete(get));
    assertStands(queue, 0, 0, 0);
  }

  // Putting

  @Test
  void putIntoFullQueue_waitsForRoom() {
    AsyncQueue<String> two = new AsyncQueue<>(2);
    begin("put", putAll(two, "a", "b", "c"));
    assertStands(two, 2, 0, 1);
    assertEquals("a", two.getNowait());
    expect();
    turn();
    expect("put");
    assertEquals("b", two.getNowait());
    assertEquals("c", two.getNowait());
  }

  @Test
  void putters_areServedInTheOrderOfTheirCalls() {
    for (String item : new String[] {"a", "b", "c", "d"}) {
      start("put " + item, one.put(item));
    }
    start("get", getAll(one, 4));
    turns(10);
    expect("put a", "a", "put b", "b", "put c", "c", "put d", "d", "get");
  }

  @Test
  void putters_allFitWhereRoomWasMadeForAll() {
    AsyncQueue<String> two = new AsyncQueue<>(2);
    for (String item : new String[] {"a", "b", "c", "d"}) {
      start("put " + item, two.put(item));
    }
    turn();
    two.getNowait();
    two.getNowait();
    turn();
    expect("put a", "put b", "put c", "put d");
  }

  @Test
  void newcomer_doesNotOvertakeAPutterThatIsBeingWoken() {
    one.putNowait("a");
    begin("first", one.put("b"));
    start("newcomer", one.put("c"));
    one.getNowait();
    turn();
    expect("first");
    assertEquals("b", one.getNowait());
    turn();
    expect("newcomer");
  }

  @Test
  void putNowait_takesTheRoomOfAPutterThatIsBeingWoken() {
    one.putNowait("a");
    start("first", one.put("b"));
    begin("second", one.put("c"));
    one.getNowait();
    one.putNowait("x");
    turn();
    expect();
    for (String item : new String[] {"x", "b", "c"}) {
      assertEquals(item, one.getNowait());
      turn();
    }
    expect("first", "second");
  }

  @Test
  void cancelledPutter_hasPutNothingAndLeavesNothing() {
    start("a", one.put("a"));
    start("b", one.put("b"));
    Task<Void> c = begin("c", one.put("c"));
    c.cancel();
    turn();
    expect("a", "c cancelled");
    assertStands(one, 1, 0, 1);
    assertEquals("a", one.getNowait());
    turn();
    expect("b");
    assertEquals("b", one.getNowait());
    assertTrue(one.empty());
  }

  @Test
  void putterCancelledWhileBeingWoken_handsItsTurnOn() {
    one.putNowait("a");
    Task<Void> first = start("first", one.put("b"));
    begin("second", one.put("c"));
    one.getNowait();
    first.cancel();
    turns(2);
    expect("first cancelled", "second");
    assertEquals("c", one.getNowait());
  }

  @Test
  void putterCancelledWhileBeingWoken_canPutAgain() {
    one.putNowait("a");
    Task<Void> writer = begin("writer", one.put("b"));
    one.getNowait();
    writer.cancel();
    turn();
    begin("again", one.put("b"));
    expect("writer cancelled", "again");
    assertEquals("b", one.getNowait());
    assertEquals(0, one.qsize());
  }

  // Joining

  @Test
  void join_waitsUntilAllItemsAreWorkedOff() {
    start("producer", putAll(queue, "a", "b", "c"));
    start("join", queue.join());
    Task<Void> first = start("w1", work("w1"));
    Task<Void> second = start("w2", work("w2"));
    turns(4);
    expect("producer", "w1 took a", "w2 took b", "w1 took c", "join");
    first.cancel();
    second.cancel();
    turn();
    expect("w1 cancelled", "w2 cancelled");
  }

  @Test
  void joinOfQueueWithNothingToDo_doesNotWait() {
    begin("join", queue.join());
    begin("join", queue.join());
    expect("join", "join");
  }

  @Test
  void joinWhileItemsArePutInTheSameTurn_isOver() {
    queue.putNowait("a");
    begin("join", queue.join());
    queue.getNowait();
    queue.taskDone();
    queue.putNowait("b");
    turn();
    expect("join");
  }

  @Test
  void cancelledJoin_leavesNothing() {
    queue.putNowait("a");
    Task<Void> join = begin("join", queue.join());
    assertEquals(1, queue.statistics().tasksJoining());
    join.cancel();
    turn();
    expect("join cancelled");
    assertEquals(new AsyncQueue.Statistics(1, 0, 1, 0, 0, 0, false), queue.statistics());
  }

  @Test
  void taskDoneTooOften_isAnError() {
    assertEquals(
        "taskDone() called too many times: call it once for each item taken",
        assertThrows(IllegalStateException.class, queue::taskDone).getMessage());
    queue.putNowait("a");
    queue.taskDone();
    assertThrows(IllegalStateException.class, queue::taskDone);
  }

  // Shutting down

  @Test
  void shutdownOfEmptyQueue_endsAll() {
    start("first", queue.get());
    begin("second", queue.get());
    queue.shutdown();
    turn();
    expect("first QueueShutDownException", "second QueueShutDownException");
    begin("get", queue.get());
    begin("put", queue.put("a"));
    expect("get QueueShutDownException", "put QueueShutDownException");
    assertThrows(QueueShutDownException.class, queue::getNowait);
    assertThrows(QueueShutDownException.class, () -> queue.putNowait("a"));
  }

  @Test
  void shutdown_letsTheItemsBeTaken() {
    queue.putNowait("a");
    queue.putNowait("b");
    queue.shutdown();
    assertThrows(QueueShutDownException.class, () -> queue.putNowait("c"));
    begin("get", queue.get());
    assertEquals("b", queue.getNowait());
    assertThrows(QueueShutDownException.class, queue::getNowait);
    begin("get", queue.get());
    expect("get a", "get QueueShutDownException");
  }

  @Test
  void shutdownOfFullQueue_failsThoseWhoWaitToPut() {
    one.putNowait("a");
    begin("put", one.put("b"));
    one.shutdown();
    turn();
    begin("another", one.put("c"));
    expect("put QueueShutDownException", "another QueueShutDownException");
    assertEquals("a", one.getNowait());
  }

  @Test
  void shutdownWhileAGetterIsBeingWoken_letsItHaveItsItem() {
    start("first", queue.get());
    begin("second", queue.get());
    queue.putNowait("a");
    start("newcomer", queue.get());
    queue.shutdown();
    turns(2);
    expect("first a", "newcomer QueueShutDownException", "second QueueShutDownException");
    assertStands(queue, 0, 0, 0);
  }

  @Test
  void immediateShutdown_dropsTheItemsAndEndsJoin() {
    queue.putNowait("a");
    queue.putNowait("b");
    begin("join", queue.join());
    queue.shutdown(true);
    assertTrue(queue.empty());
    turn();
    expect("join");
    assertThrows(QueueShutDownException.class, queue::getNowait);
    assertThrows(IllegalStateException.class, queue::taskDone);
  }

  @Test
  void immediateShutdown_leavesJoinWaitingForTheItemsThatWereTaken() {
    queue.putNowait("a");
    queue.putNowait("b");
    begin("join", queue.join());
    queue.getNowait();
    queue.shutdown(true);
    turn();
    expect();
    queue.taskDone();
    turn();
    expect("join");
  }

  @Test
  void immediateShutdownWhileAGetterIsBeingWoken_failsIt() {
    begin("get", queue.get());
    queue.putNowait("a");
    queue.shutdown(true);
    turn();
    expect("get QueueShutDownException");
  }

  @Test
  void immediateShutdownAfterTaskDoneCameTooEarly_doesNotCountBelowZero() {
    queue.putNowait("a");
    queue.taskDone();
    queue.shutdown(true);
    begin("join", queue.join());
    expect("join");
  }

  @Test
  void shutdown_mayComeTwiceAndBecomeImmediate() {
    queue.putNowait("a");
    queue.shutdown();
    queue.shutdown();
    assertEquals(1, queue.qsize());
    queue.shutdown(true);
    queue.shutdown();
    assertEquals(new AsyncQueue.Statistics(0, 0, 0, 0, 0, 0, true), queue.statistics());
    assertEquals("AsyncQueue (0 items, maxsize 0, 0 get, 0 put, shut down)", queue.toString());
  }

  // Other orders

  @Test
  void lifoQueue_givesTheLastItemFirst() {
    AsyncLifoQueue<Integer> stack = new AsyncLifoQueue<>();
    begin("put", putAll(stack, 1, 3, 2));
    begin("get", getAll(stack, 3));
    expect("put", "2", "3", "1", "get");
    stack.putNowait(null);
    assertNull(stack.getNowait());
  }

  @Test
  void priorityQueue_givesTheLeastItemFirst() {
    AsyncPriorityQueue<Integer> heap = new AsyncPriorityQueue<>();
    begin("put", putAll(heap, 1, 3, 2));
    begin("get", getAll(heap, 3));
    expect("put", "1", "2", "3", "get");
  }

  @Test
  void equalPriorities_comeInTheOrderOfPutting() {
    AsyncPriorityQueue<String> heap =
        new AsyncPriorityQueue<>(9, (one, other) -> one.length() - other.length());
    begin("put", putAll(heap, "bb", "a", "cc", "aa", "b", "c"));
    begin("get", getAll(heap, 6));
    expect("put", "a", "b", "c", "bb", "cc", "aa", "get");
  }

  @Test
  void itemWithoutOrder_isRefusedAndChangesNothing() {
    AsyncPriorityQueue<Object> heap = new AsyncPriorityQueue<>();
    begin("get", heap.get());
    assertThrows(ClassCastException.class, () -> heap.putNowait(new Object()));
    assertThrows(NullPointerException.class, () -> heap.putNowait(null));
    begin("put", heap.put(new Object()));
    expect("put ClassCastException");
    assertEquals(new AsyncQueue.Statistics(0, 0, 0, 1, 0, 0, false), heap.statistics());
    heap.putNowait("a");
    turn();
    expect("get a");
  }

  @Test
  void joinOfTheOtherQueues_countsAsWell() {
    AsyncLifoQueue<Integer> stack = new AsyncLifoQueue<>(2);
    AsyncPriorityQueue<Integer> heap = new AsyncPriorityQueue<>(2);
    assertThrows(IllegalStateException.class, stack::taskDone);
    assertThrows(IllegalStateException.class, heap::taskDone);
    stack.putNowait(1);
    heap.putNowait(1);
    begin("stack", stack.join());
    begin("heap", heap.join());
    heap.taskDone();
    stack.taskDone();
    turn();
    expect("heap", "stack");
  }

  // Other loops, other threads

  @Test
  void queueOfAnotherLoop_isRefused() {
    begin("get", queue.get());
    try (EventLoop other = EventLoop.create()) {
      Coroutine<String> get = queue.get();
      assertThrows(WrongLoopException.class, () -> other.runUntilComplete(get));
    }
    assertStands(queue, 0, 1, 0);
  }

  @Test
  void putNowaitOnAForeignThread_isRefusedAndChangesNothing() {
    begin("get", queue.get());
    loop.callSoon(
        () -> {
          Thread foreign =
              new Thread(
                  () -> {
                    assertThrows(WrongLoopException.class, () -> queue.putNowait("a"));
                    note("refused");
                  });
          foreign.start();
          try {
            foreign.join();
          } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
          }
        });
    turn();
    expect("refused");
    assertEquals(new AsyncQueue.Statistics(0, 0, 0, 1, 0, 0, false), queue.statistics());
  }

  @Test
  void toString_tellsTheState() {
    begin("get", one.get());
    assertEquals("AsyncQueue (0 items, maxsize 1, 1 get, 0 put)", one.toString());
    assertEquals(
        "AsyncPriorityQueue (0 items, maxsize 0, 0 get, 0 put)",
        new AsyncPriorityQueue<String>().toString());
  }

  private static void assertStands(AsyncQueue<?> queue, int items, int getting, int putting) {
    assertEquals(items, queue.statistics().qsize());
    assertEquals(getting, queue.statistics().tasksGetting());
    assertEquals(putting, queue.statistics().tasksPutting());
  }

  @Async
  @SafeVarargs
  private <T> Coroutine<Void> putAll(AsyncQueue<T> queue, T... items) {
    for (T item : items) {
      await(queue.put(item));
    }
    return result();
  }

  @Async
  private Coroutine<Void> getAll(AsyncQueue<?> queue, int n) {
    for (int i = 0; i < n; i++) {
      note("" + await(queue.get()));
    }
    return result();
  }

  @Async
  private Coroutine<Void> work(String name) {
    while (true) {
      String job = await(queue.get());
      note(name + " took " + job);
      await(Asyncio.sleep(Duration.ZERO));
      queue.taskDone();
    }
  }
}
