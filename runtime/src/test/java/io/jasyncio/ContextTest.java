package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.copyContext;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.gather;
import static io.jasyncio.Asyncio.getRunningLoop;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;
import static io.jasyncio.Asyncio.toThread;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jasyncio.annotations.Async;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Context variables of tasks and callbacks. */
class ContextTest {

  private final ContextVar<String> var = new ContextVar<>("var", "none");
  private final List<String> events = new ArrayList<>();

  @Async
  private Coroutine<Void> note(String name, Duration delay, String newValue) {
    events.add(name + " sees " + var.get());
    await(sleep(delay));
    var.set(newValue);
    await(sleep(delay));
    events.add(name + " sees " + var.get());
    return result();
  }

  @Test
  void task_runsInACopyOfItsMakersContext() {
    VirtualLoop.run(makeTask());

    assertEquals(List.of("child sees none", "child sees child's", "main sees main's"), events);
  }

  @Async
  private Coroutine<Void> makeTask() {
    Task<Void> child = createTask(note("child", Duration.ofSeconds(1), "child's"));
    var.set("main's");
    await(child);
    events.add("main sees " + var.get());
    return result();
  }

  @Test
  void awaitedCoroutine_sharesTheContext() {
    VirtualLoop.run(awaitDirectly());

    assertEquals(List.of("inner sees outer's", "inner sees inner's", "outer sees inner's"), events);
  }

  @Async
  private Coroutine<Void> awaitDirectly() {
    var.set("outer's");
    await(note("inner", Duration.ofSeconds(1), "inner's"));
    events.add("outer sees " + var.get());
    return result();
  }

  @Test
  void callbacks_runInCopiesOfTheContextOfWhoAddedThem() {
    VirtualLoop.run(addCallbacks());

    assertEquals(
        List.of("soon sees before", "done sees before", "later sees before", "main sees after"),
        events);
  }

  @Async
  private Coroutine<Void> addCallbacks() {
    EventLoop loop = getRunningLoop();
    Future<Void> future = loop.createFuture();
    var.set("before");
    loop.callLater(
        Duration.ofSeconds(1),
        () -> {
          events.add("later sees " + var.get());
          var.set("later's");
        });
    future.addDoneCallback(
        done -> {
          events.add("done sees " + var.get());
          var.set("done's");
        });
    loop.callSoon(
        () -> {
          events.add("soon sees " + var.get());
          var.set("soon's");
          future.setResult(null);
        });
    var.set("after");
    await(future);
    await(sleep(Duration.ofSeconds(2)));
    events.add("main sees " + var.get());
    return result();
  }

  @Test
  void doneCallbackInAContext_canBeRemoved() {
    VirtualLoop.run(removeCallback());

    assertEquals(List.of("kept"), events);
  }

  @Async
  private Coroutine<Void> removeCallback() {
    Future<Void> future = getRunningLoop().createFuture();
    Consumer<Future<Void>> removed = done -> events.add("removed");
    var.set("a context");
    future.addDoneCallback(removed);
    assertEquals(1, future.removeDoneCallback(removed));
    future.addDoneCallback(removed);
    future.addDoneCallback(done -> events.add("kept"));
    future.addDoneCallback(removed);
    assertEquals(2, future.removeDoneCallback(removed));
    future.setResult(null);
    await(sleep(Duration.ZERO));
    return result();
  }

  @Test
  void callbackInAGivenContext_changesIt() {
    EventLoop loop = VirtualLoop.create();
    Context context = new Context();
    Runnable append = () -> var.set(var.get() + "+");
    loop.callSoon(append, context);
    loop.callLater(Duration.ofSeconds(1), append, context);
    loop.callAt(loop.time() + 5, append, context);
    loop.callSoonThreadsafe(append, context);
    Future<Void> future = loop.createFuture();
    future.addDoneCallback(done -> var.set(var.get() + "+"), context);
    future.setResult(null);
    loop.runUntilComplete(sleep(Duration.ofSeconds(2)));
    loop.close();

    assertEquals("none+++++", context.get(var));
    assertEquals("none", var.get());
  }

  @Test
  void hundredTasks_keepTheirValuesApart() {
    VirtualLoop.run(hundredTasks());

    assertEquals("none", var.get());
  }

  @Async
  private Coroutine<Void> hundredTasks() {
    List<Coroutine<Void>> tasks = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      tasks.add(setAndCheck(i));
    }
    await(gather(tasks));
    assertEquals("none", var.get());
    return result();
  }

  @Async
  private Coroutine<Void> setAndCheck(int number) {
    for (int i = 0; i < 10; i++) {
      var.set(number + "/" + i);
      await(sleep(Duration.ofMillis(number * 7 % 13)));
      assertEquals(number + "/" + i, var.get());
    }
    return result();
  }

  @Test
  void tasksInAGivenContext_changeIt() {
    assertEquals(List.of("none", "1", "2"), VirtualLoop.run(tasksInContext()));
  }

  @Async
  private Coroutine<List<String>> tasksInContext() {
    Context context = copyContext();
    List<String> seen = new ArrayList<>();
    seen.add(context.get(var, "none"));
    await(createTask(setLater("1"), "first", context));
    seen.add(context.get(var));
    Task<Void> second = getRunningLoop().createTask(setLater("2"), "second", context);
    assertSame(context, second.getContext());
    await(second);
    seen.add(context.get(var));
    assertEquals("none", var.get());
    return result(seen);
  }

  @Async
  private Coroutine<Void> setLater(String value) {
    await(sleep(Duration.ZERO));
    var.set(value);
    return result();
  }

  @Test
  void getContext_isTheTasksOwn() {
    VirtualLoop.run(askContexts());
  }

  @Async
  private Coroutine<Void> askContexts() {
    var.set("main's");
    Task<Void> child = createTask(setLater("child's"));
    Context childContext = child.getContext();
    assertEquals("main's", childContext.get(var));
    assertNotSame(childContext, Asyncio.currentTask().getContext());
    await(child);
    assertEquals("child's", childContext.get(var));
    assertEquals("main's", Asyncio.currentTask().getContext().get(var));
    assertThrows(
        IllegalStateException.class, () -> Asyncio.currentTask().getContext().run(() -> {}));
    return result();
  }

  @Test
  void loop_inheritsTheContextOfItsThread() {
    new Context()
        .run(
            () -> {
              var.set("thread's");
              VirtualLoop.run(note("main", Duration.ofSeconds(1), "changed"));
              assertEquals("thread's", var.get());
            });

    assertEquals(List.of("main sees thread's", "main sees changed"), events);
    assertEquals("none", var.get());
  }

  @Test
  void toThread_runsInACopyOfTheContext() {
    VirtualLoop.run(callInThread());
  }

  @Async
  private Coroutine<Void> callInThread() {
    var.set("main's");
    String seen =
        await(
            toThread(
                () -> {
                  String before = var.get();
                  var.set("thread's");
                  return before + ", " + var.get();
                }));
    assertEquals("main's, thread's", seen);
    assertEquals("main's", var.get());
    return result();
  }

  @Test
  void eagerTask_leavesItsMakersContextAlone() {
    VirtualLoop.run(makeEagerTask());

    assertEquals(List.of("eager sees main's", "main sees main's", "eager sees eager's"), events);
  }

  @Async
  private Coroutine<Void> makeEagerTask() {
    getRunningLoop().setTaskFactory(TaskFactory.eager());
    var.set("main's");
    Task<Void> eager = createTask(note("eager", Duration.ofSeconds(1), "eager's"));
    events.add("main sees " + var.get());
    await(eager);
    return result();
  }

  @Test
  void contextRunInTheLoop_ends() {
    EventLoop loop = VirtualLoop.create();
    Context context = new Context();
    loop.callSoon(
        () -> {
          context.run(() -> var.set("inside"));
          events.add(var.get());
        });
    loop.runUntilComplete(sleep(Duration.ZERO));
    loop.close();

    assertEquals(List.of("none"), events);
    assertEquals("inside", context.get(var));
  }

  @Test
  void taskWithoutVariables_hasNoContextObject() {
    EventLoop loop = VirtualLoop.create();
    LoopTask<Void> task = (LoopTask<Void>) loop.createTask(sleep(Duration.ofSeconds(1)));
    loop.runUntilComplete(task);
    loop.close();

    assertNull(task.context);
  }
}
