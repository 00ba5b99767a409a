package io.jasyncio;

import static io.jasyncio.Asyncio.allTasks;
import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.currentTask;
import static io.jasyncio.Asyncio.eagerTaskFactory;
import static io.jasyncio.Asyncio.gather;
import static io.jasyncio.Asyncio.getRunningLoop;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.annotations.Async;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EagerTaskTest {

  private final List<String> events = new ArrayList<>();

  @Test
  void taskThatDoesNotSuspend_isDoneWhenItIsMade() {
    VirtualLoop.run(eager(makeDone()));

    assertEquals(List.of("runs", "made, done true, x", "not listed"), events);
  }

  @Test
  void taskThatFailsAtOnce_keepsItsFailure() {
    VirtualLoop.run(eager(makeFailing()));

    assertEquals(List.of("made, done true", "boom"), events);
  }

  @Test
  void taskThatCancelsItself_isCancelledWhenItIsMade() {
    VirtualLoop.run(eager(makeCancelled()));

    assertEquals(List.of("cancelled true"), events);
  }

  @Test
  void taskThatSuspends_goesOnInTheLoop() {
    VirtualLoop.run(eager(makeSuspending()));

    assertEquals(List.of("a starts", "made, done false", "a goes on", "a"), events);
  }

  @Test
  void currentTask_isTheEagerOneAndThenAgainItsMaker() {
    VirtualLoop.run(eager(lookAround()));

    assertEquals(List.of("in inner, listed true", "in main"), events);
  }

  @Test
  void eagerTasksInEagerTasks_nest() {
    VirtualLoop.run(eager(nest()));

    assertEquals(List.of("c", "b made c", "a made b", "main made a"), events);
  }

  @Test
  void cancelOfASuspendedEagerTask_isDelivered() {
    VirtualLoop.run(eager(cancelSuspended()));

    assertEquals(List.of("a starts", "cancelled true"), events);
  }

  @Test
  void gatherOfTasksThatDoNotSuspend_isDoneAtOnce() {
    VirtualLoop.run(eager(gatherDone()));

    assertEquals(List.of("done true", "[x, y]"), events);
  }

  @Test
  void callbacksOfADoneTask_areCalledInTheNextTurn() {
    VirtualLoop.run(eager(addCallback()));

    assertEquals(List.of("added", "called"), events);
  }

  @Test
  void whileTheLoopDoesNotRun_tasksStartInItsFirstTurn() {
    EventLoop loop = VirtualLoop.create();
    loop.setTaskFactory(eagerTaskFactory());
    Task<String> task = loop.createTask(Coroutine.completed("x"));
    assertFalse(task.done());

    assertEquals("x", loop.runUntilComplete(task));
    loop.close();
  }

  @Test
  void factoryOfTheUser_seesAllTasks() {
    EventLoop loop = VirtualLoop.create();
    CountingFactory counting = new CountingFactory();
    loop.setTaskFactory(counting);
    assertSame(counting, loop.getTaskFactory());
    assertEquals("x", loop.runUntilComplete(sleep(Duration.ZERO, "x")));
    loop.setTaskFactory(null);
    assertSame(TaskFactory.standard(), loop.getTaskFactory());
    assertEquals("y", loop.runUntilComplete(sleep(Duration.ZERO, "y")));
    loop.close();

    assertEquals(1, counting.made);
  }

  @Test
  void factoryThatReturnsNull_isRefused() {
    EventLoop loop = VirtualLoop.create();
    loop.setTaskFactory(new NullFactory());
    NullPointerException refused =
        assertThrows(NullPointerException.class, () -> loop.createTask(Coroutine.completed("x")));
    assertTrue(refused.getMessage().startsWith("The task factory returned null"));
    loop.close();
  }

  private static final class CountingFactory implements TaskFactory {
    private int made;

    @Override
    public <T> Task<T> createTask(
        EventLoop loop, Coroutine<T> coroutine, String name, Context context) {
      made++;
      return TaskFactory.standard().createTask(loop, coroutine, name, context);
    }
  }

  private static final class NullFactory implements TaskFactory {
    @Override
    public <T> Task<T> createTask(
        EventLoop loop, Coroutine<T> coroutine, String name, Context context) {
      return null;
    }
  }

  @Async
  private static <T> Coroutine<T> eager(Coroutine<T> main) {
    getRunningLoop().setTaskFactory(eagerTaskFactory());
    return result(await(main));
  }

  @Async
  private Coroutine<String> tell(String event, String value) {
    events.add(event);
    return result(value);
  }

  @Async
  private Coroutine<Void> makeDone() {
    Task<String> task = createTask(tell("runs", "x"));
    events.add("made, done " + task.done() + ", " + task.result());
    events.add(allTasks().contains(task) ? "listed" : "not listed");
    return result();
  }

  @Async
  private Coroutine<Void> makeFailing() {
    Task<String> task = createTask(fail());
    events.add("made, done " + task.done());
    try {
      await(task);
    } catch (IllegalStateException failure) {
      events.add(failure.getMessage());
    }
    return result();
  }

  @Async
  private static Coroutine<String> fail() {
    throw new IllegalStateException("boom");
  }

  @Async
  private Coroutine<Void> makeCancelled() {
    Task<Void> task = createTask(cancelMyself());
    events.add("cancelled " + task.cancelled());
    return result();
  }

  @Async
  private static Coroutine<Void> cancelMyself() {
    currentTask().cancel();
    return result();
  }

  @Async
  private Coroutine<Void> makeSuspending() {
    Task<String> task = createTask(suspending("a"));
    events.add("made, done " + task.done());
    events.add(await(task));
    return result();
  }

  @Async
  private Coroutine<String> suspending(String name) {
    events.add(name + " starts");
    await(sleep(Duration.ofSeconds(1)));
    events.add(name + " goes on");
    return result(name);
  }

  @Async
  private Coroutine<Void> lookAround() {
    currentTask().setName("main");
    Task<Void> inner = createTask(tellCurrent(), "inner");
    events.add("in " + currentTask().getName());
    await(inner);
    return result();
  }

  @Async
  private Coroutine<Void> tellCurrent() {
    Task<?> current = currentTask();
    events.add("in " + current.getName() + ", listed " + allTasks().contains(current));
    return result();
  }

  @Async
  private Coroutine<Void> nest() {
    createTask(makeB());
    events.add("main made a");
    return result();
  }

  @Async
  private Coroutine<Void> makeB() {
    createTask(makeC());
    events.add("a made b");
    return result();
  }

  @Async
  private Coroutine<Void> makeC() {
    createTask(tell("c", "c"));
    events.add("b made c");
    return result();
  }

  @Async
  private Coroutine<Void> cancelSuspended() {
    Task<String> task = createTask(suspending("a"));
    task.cancel();
    try {
      await(task);
    } catch (CancelledError cancelled) {
      events.add("cancelled " + task.cancelled());
    }
    return result();
  }

  @Async
  private Coroutine<Void> gatherDone() {
    Future<List<String>> gathered =
        gather(List.of(Coroutine.completed("x"), Coroutine.completed("y")));
    events.add("done " + gathered.done());
    events.add(await(gathered).toString());
    return result();
  }

  @Async
  private Coroutine<Void> addCallback() {
    createTask(Coroutine.completed("x")).addDoneCallback(done -> events.add("called"));
    events.add("added");
    await(sleep(Duration.ZERO));
    return result();
  }
}
