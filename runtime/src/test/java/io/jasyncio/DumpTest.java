package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.currentTask;
import static io.jasyncio.Asyncio.gather;
import static io.jasyncio.Asyncio.getRunningLoop;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.annotations.Async;
import io.jasyncio.flow.GracefulShutdown;
import io.jasyncio.flow.Structured;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Where tasks stand: {@link Task#getStack} and {@link EventLoop#dump}. */
class DumpTest {

  private final EventLoop loop = VirtualLoop.create();

  /** Lines of source change; the rest of a dump does not. */
  private static String withoutLines(String text) {
    return text.replaceAll("\\(DumpTest\\.java:\\d+\\)", "(:)");
  }

  private static List<String> methods(List<StackTraceElement> stack) {
    return stack.stream().map(StackTraceElement::getMethodName).toList();
  }

  private void runOneTurn() {
    loop.callSoon(loop::stop);
    loop.runForever();
  }

  @Async
  private static Coroutine<Void> inner() {
    await(sleep(Duration.ofHours(1)));
    return result();
  }

  @Async
  private static Coroutine<Void> outer() {
    await(inner());
    return result();
  }

  @Async
  private static Coroutine<Void> waitForThem(List<Task<Void>> tasks) {
    await(gather(tasks));
    return result();
  }

  @Async
  private static Coroutine<Void> waitForIt(Awaitable<Void> awaitable) {
    await(awaitable);
    return result();
  }

  private void endTasks() {
    cancelTasks();
    loop.close();
  }

  private void cancelTasks() {
    while (!loop.allTasks().isEmpty()) {
      loop.allTasks().forEach(Task::cancel);
      runOneTurn();
    }
  }

  @Test
  void getStack_listsTheSuspendedAwaitsInnermostFirst() {
    Task<Void> task = loop.createTask(outer());
    assertEquals(List.of("outer"), methods(task.getStack()));
    runOneTurn();

    assertEquals(List.of("inner", "outer"), methods(task.getStack()));
    assertEquals("DumpTest.java", task.getStack().get(0).getFileName());
    assertEquals(DumpTest.class.getName(), task.getStack().get(0).getClassName());
    endTasks();
    assertEquals(List.of(), task.getStack());
  }

  @Test
  void getStackOfFailedTask_isItsExceptions() {
    Task<Void> task = loop.createTask(failing());
    IllegalStateException failure =
        assertThrows(IllegalStateException.class, () -> loop.runUntilComplete(task));

    assertEquals(List.of(failure.getStackTrace()), task.getStack());
    loop.close();
  }

  @Async
  private static Coroutine<Void> failing() {
    await(sleep(Duration.ZERO));
    throw new IllegalStateException();
  }

  @Test
  void getStackOfRunningTask_isWhereItRuns() {
    List<String> methods = new ArrayList<>();
    loop.runUntilComplete(askItself(methods));
    loop.close();

    assertEquals(List.of("askItself"), methods);
  }

  @Async
  private static Coroutine<Void> askItself(List<String> methods) {
    methods.addAll(methods(currentTask().getStack()));
    return result();
  }

  @Test
  void getStackOfResumedTask_hasThoseWhoAwaitIt() {
    List<String> methods = new ArrayList<>();
    loop.runUntilComplete(awaitAsker(methods));
    loop.close();

    assertEquals(
        List.of("askItself", "askLater", "awaitAsker", "between", "askItself", "awaitAsker"),
        methods);
  }

  @Async
  private static Coroutine<Void> awaitAsker(List<String> methods) {
    await(askLater(methods));
    methods.add("between");
    await(askItself(methods));
    return result();
  }

  @Async
  private static Coroutine<Void> askLater(List<String> methods) {
    await(sleep(Duration.ZERO));
    await(askItself(methods));
    return result();
  }

  @Test
  void printStack_saysWhatTheTaskWaitsFor() {
    Task<Void> task = loop.createTask(outer(), "printed");
    runOneTurn();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    task.printStack(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    endTasks();

    assertEquals(
        """
        Stack of Task 'printed', sleeps (PT1H left)
            at io.jasyncio.DumpTest.inner(:)
            at io.jasyncio.DumpTest.outer(:)
        """,
        withoutLines(bytes.toString(StandardCharsets.UTF_8)).replace("\r\n", "\n"));
  }

  @Test
  void dump_isATreeOfWhoAwaitsWhom() {
    Task<Void> first = loop.createTask(outer(), "first");
    Task<Void> second = loop.createTask(inner(), "second");
    Task<Void> both = loop.createTask(waitForThem(List.of(first, second)), "both");
    Task<Void> main = loop.createTask(waitForIt(both), "main");
    runOneTurn();
    runOneTurn();
    loop.createTask(inner(), "new");
    String dump = loop.dump();
    endTasks();

    assertTrue(main.done());
    assertEquals(
        """
        EventLoop (not running), 5 tasks
        +- Task 'main', waits for Task 'both'
        |    at io.jasyncio.DumpTest.waitForIt(:)
        |  +- Task 'both', waits for Future (pending)
        |       at io.jasyncio.DumpTest.waitForThem(:)
        |     +- Task 'first', sleeps (PT1H left)
        |     |    at io.jasyncio.DumpTest.inner(:)
        |     |    at io.jasyncio.DumpTest.outer(:)
        |     +- Task 'second', sleeps (PT1H left)
        |          at io.jasyncio.DumpTest.inner(:)
        +- Task 'new', has not started
             at io.jasyncio.DumpTest.inner(:)
        """,
        withoutLines(dump));
  }

  @Test
  void dumpOfTasksInACircle_showsEachOnce() {
    Future<Task<Void>> link = loop.createFuture();
    Task<Void> first = loop.createTask(waitForTaskOf(link), "first");
    Task<Void> second = loop.createTask(waitForIt(first), "second");
    runOneTurn();
    link.setResult(second);
    runOneTurn();
    String dump = loop.dump();

    assertEquals(
        """
        EventLoop (not running), 2 tasks
        +- Task 'first', waits for Task 'second'
             at io.jasyncio.DumpTest.waitForTaskOf(:)
           +- Task 'second', waits for Task 'first'
                at io.jasyncio.DumpTest.waitForIt(:)
              +- Task 'first' (see above)
        """,
        withoutLines(dump));
    loop.setExceptionHandler((unused, error) -> {});
    loop.close();
  }

  @Async
  private static Coroutine<Void> waitForTaskOf(Future<Task<Void>> link) {
    Task<Void> other = await(link);
    await(other);
    return result();
  }

  @Test
  void dumpOfTaskGroup_showsItsTasksBelowItsParent() {
    Task<Void> parent = loop.createTask(openGroup(), "parent");
    runOneTurn();
    runOneTurn();
    String dump = loop.dump();
    endTasks();

    assertTrue(parent.done());
    assertTrue(withoutLines(dump).contains("\n   +- Task 'child', sleeps (PT1H left)\n"), dump);
  }

  @Async
  private static Coroutine<Void> openGroup() {
    try (var group = Asyncio.taskGroup()) {
      group.createTask(inner(), "child");
    }
    return result();
  }

  @Async
  private static Coroutine<Void> raceThem() {
    await(Structured.race(inner(), outer()));
    return result();
  }

  @Async
  private static Coroutine<Void> mapThem() {
    await(Structured.mapConcurrently(2, List.of(1, 2, 3), number -> inner()));
    return result();
  }

  @Async
  private static Coroutine<Void> takeThemAsTheyCome() {
    for (Future<Void> next : Asyncio.asCompleted(List.of(inner(), outer()))) {
      await(next);
    }
    return result();
  }

  @Async
  private static Coroutine<Void> shutDownGracefully() {
    try (var block = new GracefulShutdown(Duration.ofHours(2))) {
      block.createTask(inner());
      block.createTask(outer());
    }
    return result();
  }

  @Async
  private static Coroutine<Void> waitForOne() {
    await(Asyncio.wait(List.of(Asyncio.createTask(inner()), Asyncio.createTask(outer()))));
    return result();
  }

  @Test
  void dump_showsWhatAnOperationHasStartedBelowItsTask() {
    childrenAreBelow(raceThem());
    childrenAreBelow(mapThem());
    childrenAreBelow(takeThemAsTheyCome());
    childrenAreBelow(shutDownGracefully());
    childrenAreBelow(waitForOne());
    loop.close();
  }

  /** The tree of tasks without the awaits: two children, and nothing else on the top. */
  private void childrenAreBelow(Coroutine<Void> operation) {
    Task<Void> parent = loop.createTask(operation, "parent");
    runOneTurn();
    runOneTurn();
    String dump = loop.dump();
    assertFalse(parent.done());
    cancelTasks();
    List<String> tasks =
        dump.lines()
            .filter(line -> line.contains("+- "))
            .map(line -> line.replaceAll(" *\\+- Task '(parent|Task).*", "$1").strip())
            .toList();
    assertEquals(List.of("parent", "Task", "Task"), tasks, dump);
    assertEquals(1, dump.lines().filter(line -> line.startsWith("+- ")).count(), dump);
  }

  @Test
  void dumpOfManyLevels_isCutOff() {
    Task<Void> task = loop.createTask(inner(), "innermost");
    for (int i = 0; i < 300; i++) {
      task = loop.createTask(waitForIt(task));
    }
    runOneTurn();
    String dump = loop.dump();
    loop.setExceptionHandler((unused, error) -> {});
    loop.close();

    assertTrue(dump.contains("too deep to be shown"), dump);
  }

  @Test
  void dumpFromAnotherThread_isMadeOnTheLoopsThread() {
    String dump = loop.runUntilComplete(dumpInThread());
    loop.close();

    assertTrue(dump.startsWith("EventLoop (running), 1 task\n"), dump);
    assertTrue(dump.contains("DumpTest.dumpInThread"), dump);
  }

  @Async
  private static Coroutine<String> dumpInThread() {
    EventLoop running = getRunningLoop();
    return result(await(Asyncio.toThread(running::dump)));
  }

  @Test
  void dumpOfBlockedLoop_showsItsThread() throws InterruptedException {
    EventLoop blocked = EventLoop.create();
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    blocked.callSoon(() -> block(inside, release));
    blocked.callSoon(blocked::stop);
    Thread thread = new Thread(blocked::runForever);
    thread.start();
    inside.await();
    String dump = blocked.dump();
    release.countDown();
    thread.join();
    blocked.close();
    loop.close();

    assertTrue(dump.contains("does not answer"), dump);
    assertTrue(dump.contains("DumpTest.block("), dump);
  }

  private static void block(CountDownLatch inside, CountDownLatch release) {
    inside.countDown();
    try {
      release.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
