package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.currentTask;
import static io.jasyncio.Asyncio.ensureFuture;
import static io.jasyncio.Asyncio.getRunningLoop;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.annotations.Async;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskTest {

  private final List<String> events = new ArrayList<>();

  @Test
  void tasks_takeTurnsInTheOrderOfTheirMaking() {
    VirtualLoop.run(twoCounters());

    assertEquals(
        List.of("main goes on", "a 1", "b 1", "a 2", "b 2", "a done", "b done", "main got ab"),
        events);
  }

  @Test
  void awaitOfDoneFuture_doesNotGiveWay() {
    VirtualLoop.run(awaitDone());

    assertEquals(List.of("before", "value", "after", "other task"), events);
  }

  @Test
  void waiters_wakeInTheOrderInWhichTheyCame() {
    VirtualLoop.run(threeWaiters());

    assertEquals(List.of("callback", "first got x", "second got x", "third got x", "main"), events);
  }

  @Test
  void sleeps_endByTheirTime() {
    VirtualLoop.run(sleepers());

    assertEquals(List.of("1s at 1", "2s at 2", "3s at 3", "main at 3"), events);
  }

  @Test
  void sleep_evaluatesToItsValue() {
    assertEquals("x", VirtualLoop.run(sleep(Duration.ofSeconds(1), "x")));
    assertEquals("y", VirtualLoop.run(sleep(Duration.ZERO, "y")));
  }

  @Test
  void negativeSleep_isRefused() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> VirtualLoop.run(sleep(Duration.ofSeconds(-1))));
    assertEquals(
        "delay is negative: PT-1S. Give Duration.ZERO for no time at all", refused.getMessage());
  }

  @Test
  void sleepOfNothing_letsWhatIsReadyRunFirst() {
    VirtualLoop.run(sleepZero());

    assertEquals(List.of("callback", "x"), events);
  }

  @Test
  void nullArguments_areRefused() {
    assertThrows(NullPointerException.class, () -> VirtualLoop.run(null));
    assertThrows(NullPointerException.class, () -> VirtualLoop.run(sleep(null)));
    assertThrows(NullPointerException.class, () -> Asyncio.ensureFuture(null));
    assertThrows(NullPointerException.class, () -> VirtualLoop.run(createTaskOfNull()));
  }

  @Test
  void currentTask_isEachTaskInItsTurn() {
    VirtualLoop.run(interleave());

    assertEquals(List.of("a in a", "b in b", "a in a again", "b in b again"), events);
  }

  @Test
  void twoTasksOfOneCoroutine_theSecondFails() {
    VirtualLoop.run(twoTasksOfOne());

    assertEquals(List.of("x", "cannot reuse already awaited coroutine"), events);
  }

  @Test
  void ensureFuture_makesATaskOfWhatIsNoFuture() {
    VirtualLoop.run(ensureFutures());

    assertEquals(List.of("future is itself", "task is itself", "x", "y"), events);
  }

  @Test
  void stopDuringRunUntilComplete_leavesTheTaskForALaterRun() {
    EventLoop loop = VirtualLoop.create();
    Task<String> task = loop.createTask(stopAndGoOn(loop));
    assertThrows(IllegalStateException.class, () -> loop.runUntilComplete(task));
    assertTrue(!task.done());

    assertEquals("done", loop.runUntilComplete(task));
    loop.close();
  }

  @Test
  void exception_comesOutOfTheAwaitUnwrapped() throws IOException {
    VirtualLoop.run(awaitFailing());

    assertEquals(List.of("caught disk", "same again", "done"), events);
  }

  @Test
  void exceptionOfMain_comesOutOfRun() {
    IOException failure = assertThrows(IOException.class, () -> VirtualLoop.run(failing()));
    assertEquals("disk", failure.getMessage());
  }

  @Test
  void awaitOfItself_isRefused() {
    VirtualLoop.run(awaitSelf());

    assertEquals(1, events.size());
    assertTrue(events.get(0).startsWith("Task cannot await on itself"), events.get(0));
  }

  @Test
  void awaitOfAnotherLoopsFuture_isRefused() {
    EventLoop other = VirtualLoop.create();
    assertThrows(WrongLoopException.class, () -> VirtualLoop.run(awaitIt(other.createFuture())));
  }

  @Test
  void awaitOfAnotherLoopsDoneFuture_isItsResult() {
    Future<String> future = VirtualLoop.create().createFuture();
    future.setResult("x");

    assertEquals("x", VirtualLoop.run(awaitIt(future)));
  }

  @Test
  void names_areGivenOrMadeUp() {
    VirtualLoop.run(names());

    assertEquals("given", events.get(0));
    assertTrue(events.get(1).matches("Task-\\d+"), events.get(1));
    assertEquals("renamed", events.get(2));
  }

  @Test
  void getCoro_isTheCoroutine() {
    EventLoop loop = VirtualLoop.create();
    Coroutine<String> coroutine = sleep(Duration.ZERO, "x");
    Task<String> task = loop.createTask(coroutine);
    assertSame(coroutine, task.getCoro());
    assertEquals("x", loop.runUntilComplete(task));
    assertSame(coroutine, task.getCoro());
    loop.close();
  }

  @Test
  void toString_tellsNameAndState() throws IOException {
    VirtualLoop.run(tellStates());

    assertEquals(
        List.of(
            "Task 'a' (pending)",
            "Task 'a' (cancelling)",
            "Task 'a' (cancelled)",
            "Task 'b' (finished)",
            "Task 'c' (failed: java.io.IOException: disk)"),
        events);
  }

  @Test
  void outcomeOfTask_cannotBeSet() {
    VirtualLoop.run(setOutcome());

    assertEquals(List.of("no result", "no exception", "x"), events);
  }

  @Test
  void allTasks_listsThoseThatAreNotDone() {
    VirtualLoop.run(listTasks());

    assertEquals(List.of("main, a, b", "main, b", "main"), events);
  }

  @Test
  void createTaskOutsideOfALoop_isRefused() {
    assertThrows(IllegalStateException.class, () -> createTask(Coroutine.completed("x")));
  }

  @Async
  private Coroutine<Void> twoCounters() {
    Task<String> a = createTask(counter("a"));
    Task<String> b = createTask(counter("b"));
    events.add("main goes on");
    events.add("main got " + await(a) + await(b));
    return result();
  }

  @Async
  private Coroutine<String> counter(String name) {
    for (int i = 1; i <= 2; i++) {
      events.add(name + " " + i);
      await(sleep(Duration.ZERO));
    }
    events.add(name + " done");
    return result(name);
  }

  @Async
  private Coroutine<Void> awaitDone() {
    Future<String> future = getRunningLoop().createFuture();
    future.setResult("value");
    Task<String> other = createTask(tell("other task"));
    events.add("before");
    events.add(await(future));
    events.add("after");
    await(other);
    return result();
  }

  @Async
  private Coroutine<String> tell(String event) {
    events.add(event);
    return result(event);
  }

  @Async
  private Coroutine<Void> threeWaiters() {
    Future<String> future = getRunningLoop().createFuture();
    future.addDoneCallback(done -> events.add("callback"));
    Task<Void> first = createTask(waiter("first", future));
    Task<Void> second = createTask(waiter("second", future));
    Task<Void> third = createTask(waiter("third", future));
    await(sleep(Duration.ZERO));
    future.setResult("x");
    await(third);
    await(second);
    await(first);
    events.add("main");
    return result();
  }

  @Async
  private Coroutine<Void> waiter(String name, Future<String> future) {
    events.add(name + " got " + await(future));
    return result();
  }

  @Async
  private Coroutine<Void> sleepers() {
    Task<Void> three = createTask(sleeper(3));
    createTask(sleeper(1));
    createTask(sleeper(2));
    await(three);
    events.add("main at " + seconds());
    return result();
  }

  @Async
  private Coroutine<Void> sleeper(int seconds) {
    await(sleep(Duration.ofSeconds(seconds)));
    events.add(seconds + "s at " + seconds());
    return result();
  }

  private static long seconds() {
    return Duration.ofNanos(getRunningLoop().time()).toSeconds();
  }

  @Async
  private Coroutine<Void> awaitFailing() throws IOException {
    Task<String> task = createTask(failing());
    IOException first = null;
    try {
      await(task);
    } catch (Exception failure) {
      first = (IOException) failure;
      events.add("caught " + failure.getMessage());
    }
    try {
      await(task);
    } catch (Exception failure) {
      events.add(failure == first ? "same again" : "another");
    }
    assertSame(first, task.exception());
    events.add("done");
    return result();
  }

  @Async
  private Coroutine<String> failing() throws IOException {
    await(sleep(Duration.ZERO));
    throw new IOException("disk");
  }

  @Async
  private Coroutine<Void> sleepZero() {
    getRunningLoop().callSoon(() -> events.add("callback"));
    events.add(await(sleep(Duration.ZERO, "x")));
    return result();
  }

  @Async
  private static Coroutine<Void> createTaskOfNull() {
    createTask((Coroutine<String>) null);
    await(sleep(Duration.ZERO));
    return result();
  }

  @Async
  private Coroutine<Void> interleave() {
    Future<Void> first = getRunningLoop().createFuture();
    Future<Void> second = getRunningLoop().createFuture();
    Task<Void> a = createTask(tellTask("a", first, second), "a");
    Task<Void> b = createTask(tellTask("b", second, first), "b");
    await(sleep(Duration.ZERO));
    first.setResult(null);
    await(a);
    await(b);
    return result();
  }

  @Async
  private Coroutine<Void> tellTask(String name, Future<Void> awaited, Future<Void> released) {
    events.add(name + " in " + currentTask().getName());
    await(awaited);
    events.add(name + " in " + currentTask().getName() + " again");
    if (!released.done()) {
      released.setResult(null);
    }
    return result();
  }

  @Async
  private Coroutine<Void> twoTasksOfOne() {
    Coroutine<String> once = sleep(Duration.ZERO, "x");
    Task<String> first = createTask(once);
    events.add(await(first));
    Task<String> second = createTask(once);
    try {
      await(second);
    } catch (IllegalStateException reused) {
      events.add(reused.getMessage().substring(0, reused.getMessage().indexOf(':')));
    }
    return result();
  }

  @Async
  private Coroutine<Void> ensureFutures() {
    Future<String> future = getRunningLoop().createFuture();
    events.add(ensureFuture(future) == future ? "future is itself" : "another");
    Task<String> task = createTask(sleep(Duration.ZERO, "x"));
    events.add(ensureFuture(task) == task ? "task is itself" : "another");
    Awaitable<String> awaitable = () -> task;
    events.add(await(ensureFuture(awaitable)));
    events.add(await(ensureFuture(sleep(Duration.ZERO, "y"))));
    return result();
  }

  @Async
  private static Coroutine<String> stopAndGoOn(EventLoop loop) {
    loop.stop();
    await(sleep(Duration.ofSeconds(1)));
    return result("done");
  }

  @Async
  private Coroutine<Void> awaitSelf() {
    try {
      await(currentTask());
    } catch (IllegalStateException refused) {
      events.add(refused.getMessage());
    }
    return result();
  }

  @Async
  private static <T> Coroutine<T> awaitIt(Future<T> future) {
    return result(await(future));
  }

  @Async
  private Coroutine<Void> names() {
    events.add(createTask(tell("x"), "given").getName());
    Task<?> task = currentTask();
    events.add(task.getName());
    task.setName("renamed");
    events.add(task.getName());
    return result();
  }

  @Async
  private Coroutine<Void> tellStates() throws IOException {
    Task<?> a = createTask(sleep(Duration.ofSeconds(1)), "a");
    events.add(withoutCoroutine(a));
    a.cancel();
    events.add(withoutCoroutine(a));
    Task<?> b = createTask(sleep(Duration.ZERO), "b");
    Task<?> c = createTask(failing(), "c");
    await(sleep(Duration.ofSeconds(1)));
    events.add(withoutCoroutine(a));
    events.add(withoutCoroutine(b));
    events.add(withoutCoroutine(c));
    return result();
  }

  private static String withoutCoroutine(Task<?> task) {
    String text = task.toString();
    return text.substring(0, text.indexOf(" of "));
  }

  @Async
  private Coroutine<Void> setOutcome() {
    Task<String> task = createTask(sleep(Duration.ZERO, "x"));
    try {
      task.setResult("y");
    } catch (UnsupportedOperationException refused) {
      events.add("no result");
    }
    try {
      task.setException(new IOException());
    } catch (UnsupportedOperationException refused) {
      events.add("no exception");
    }
    events.add(await(task));
    return result();
  }

  @Async
  private Coroutine<Void> listTasks() {
    currentTask().setName("main");
    Task<Void> a = createTask(sleep(Duration.ofSeconds(1)), "a");
    Task<Void> b = createTask(sleep(Duration.ofSeconds(2)), "b");
    events.add(taskNames());
    await(a);
    events.add(taskNames());
    await(b);
    events.add(taskNames());
    return result();
  }

  private static String taskNames() {
    List<String> names = new ArrayList<>();
    for (Task<?> task : Asyncio.allTasks()) {
      names.add(task.getName());
    }
    return String.join(", ", names);
  }
}
