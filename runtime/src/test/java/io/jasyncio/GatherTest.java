package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.gather;
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

class GatherTest {

  private final List<String> events = new ArrayList<>();

  @Test
  void results_standInTheOrderOfTheArguments() {
    VirtualLoop.run(gatherThree());

    assertEquals(
        List.of(
            "a starts",
            "b starts",
            "c starts",
            "c ends at 1",
            "b ends at 2",
            "a ends at 3",
            "[a, b, c]"),
        events);
  }

  @Test
  void nothing_givesNothing() {
    VirtualLoop.run(gatherNothing());

    assertEquals(List.of("[]"), events);
  }

  @Test
  void awaitableGivenTwice_runsOnce() {
    VirtualLoop.run(gatherTwice());

    assertEquals(List.of("a starts", "a ends at 1", "[a, a]"), events);
  }

  @Test
  void firstFailure_isThrownAndTheOthersGoOn() {
    VirtualLoop.run(gatherFailing());

    assertEquals(
        List.of(
            "slow starts", "failed at 1", "slow ends at 3", "slow done", "cancel after done false"),
        events);
  }

  @Test
  void returnExceptions_collectsThem() {
    VirtualLoop.run(gatherExceptions());

    assertEquals(
        List.of("slow starts", "slow ends at 3", "slow", "boom", "CancelledError"), events);
  }

  @Test
  void cancelOfTheOuter_cancelsTheChildren() {
    VirtualLoop.run(cancelOuter(false));

    assertEquals(
        List.of(
            "a starts", "b starts", "outer cancelled true", "a cancelled true, b cancelled true"),
        events);
  }

  @Test
  void cancelOfTheOuterWithReturnExceptions_isACancellationToo() {
    VirtualLoop.run(cancelOuter(true));

    assertEquals(
        List.of(
            "a starts", "b starts", "outer cancelled true", "a cancelled true, b cancelled true"),
        events);
  }

  @Test
  void cancelOfOneChild_isAFailure() {
    VirtualLoop.run(cancelChild());

    assertEquals(
        List.of("b starts", "caught child, gather cancelled false", "b ends at 2"), events);
  }

  @Test
  void outside_ofALoopIsRefused() {
    assertThrows(IllegalStateException.class, () -> gather(Coroutine.completed(1)));
  }

  @Test
  void future_ofAnotherLoopIsRefused() {
    Future<String> foreign = VirtualLoop.create().createFuture();
    assertThrows(WrongLoopException.class, () -> VirtualLoop.run(gatherIt(foreign)));
  }

  @Async
  private Coroutine<String> worker(String name, int seconds) {
    events.add(name + " starts");
    await(sleep(Duration.ofSeconds(seconds)));
    events.add(name + " ends at " + seconds());
    return result(name);
  }

  @Async
  private Coroutine<Void> gatherThree() {
    List<String> results = await(gather(worker("a", 3), worker("b", 2), worker("c", 1)));
    events.add(results.toString());
    return result();
  }

  @Async
  private Coroutine<Void> gatherNothing() {
    List<String> results = await(gather(List.<Coroutine<String>>of()));
    events.add(results.toString());
    return result();
  }

  @Async
  private Coroutine<Void> gatherTwice() {
    Coroutine<String> once = worker("a", 1);
    List<String> results = await(gather(once, once));
    events.add(results.toString());
    return result();
  }

  @Async
  private Coroutine<Void> gatherFailing() {
    Task<String> slow = createTask(worker("slow", 3));
    Future<List<String>> gathered = gather(slow, fail("first", 1), fail("second", 2));
    try {
      await(gathered);
    } catch (IllegalStateException failure) {
      events.add("failed at " + seconds());
    }
    await(slow);
    events.add("slow done");
    events.add("cancel after done " + gathered.cancel());
    return result();
  }

  @Async
  private Coroutine<String> fail(String message, int seconds) {
    await(sleep(Duration.ofSeconds(seconds)));
    throw new IllegalStateException(message);
  }

  @Async
  private Coroutine<Void> gatherExceptions() {
    Future<String> cancelled = getRunningLoop().createFuture();
    cancelled.cancel();
    List<Object> outcomes =
        await(gather(List.of(worker("slow", 3), fail("boom", 1), cancelled), true));
    events.add((String) outcomes.get(0));
    events.add(((Exception) outcomes.get(1)).getMessage());
    events.add(outcomes.get(2).getClass().getSimpleName());
    return result();
  }

  @Async
  private Coroutine<Void> cancelOuter(boolean returnExceptions) {
    Task<String> a = createTask(worker("a", 1));
    Task<String> b = createTask(worker("b", 2));
    Task<Object> outer = createTask(gatherAll(List.of(a, b), returnExceptions));
    await(sleep(Duration.ZERO));
    outer.cancel();
    try {
      await(outer);
    } catch (CancelledError cancelled) {
      events.add("outer cancelled " + outer.cancelled());
    }
    events.add("a cancelled " + a.cancelled() + ", b cancelled " + b.cancelled());
    return result();
  }

  @Async
  private static Coroutine<Object> gatherAll(List<Task<String>> tasks, boolean returnExceptions) {
    return result(await(gather(tasks, returnExceptions)));
  }

  @Async
  private Coroutine<Void> cancelChild() {
    Future<String> child = getRunningLoop().createFuture();
    Task<String> b = createTask(worker("b", 2));
    Future<List<String>> gathered = gather(child, b);
    await(sleep(Duration.ZERO));
    child.cancel("child");
    try {
      await(gathered);
    } catch (CancelledError cancelled) {
      events.add("caught " + cancelled.getMessage() + ", gather cancelled " + gathered.cancelled());
    }
    await(b);
    return result();
  }

  @Async
  private static Coroutine<Void> gatherIt(Future<String> future) {
    await(gather(future));
    return result();
  }

  private static long seconds() {
    return Duration.ofNanos(getRunningLoop().time()).toSeconds();
  }
}
