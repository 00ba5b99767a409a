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
  void nothingOutsideOfALoop_isRefused() {
    List<Coroutine<String>> nothing = List.of();
    assertThrows(IllegalStateException.class, () -> gather(nothing));
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

  @Test
  void results_haveTheirTypes() {
    VirtualLoop.run(gatherTyped());

    assertEquals(
        List.of(
            "Results2[first=a, second=2]",
            "a 2 3 at 6",
            "Results4[first=a, second=2, third=3, fourth=null]",
            "Results5[first=1, second=2, third=3, fourth=4, fifth=5]",
            "Results6[first=1, second=2, third=3, fourth=4, fifth=5, sixth=6]",
            "Results7[first=1, second=2, third=3, fourth=4, fifth=5, sixth=6, seventh=7]",
            "Results8[first=1, second=2, third=3, fourth=4, fifth=5, sixth=6, seventh=7, eighth=8]",
            "[1, 2, 3, 4, 5, 6, 7, 8, 9]"),
        events);
  }

  @Test
  void typedGather_failsAndIsCancelledAsLists() {
    VirtualLoop.run(failAndCancelTyped());

    assertEquals(List.of("boom at 1", "cancelled true true"), events);
  }

  @Test
  void cancelMessage_comesOutOfGather() {
    VirtualLoop.run(cancelWithMessage());

    assertEquals(List.of("caught enough"), events);
  }

  @Test
  void cancelOnceAllChildrenAreDone_isRefused() {
    VirtualLoop.run(cancelTooLate());

    assertEquals(List.of("cancel false", "[x], cancelled false"), events);
  }

  @Test
  void cancelOfALoopOfGathers_isNotSwallowed() {
    VirtualLoop.run(cancelLoopOfGathers());

    assertEquals(List.of("caught stop at 2"), events);
  }

  @Test
  void childrenThatAreDone_makeItDoneAtOnce() {
    EventLoop loop = VirtualLoop.create();
    Future<String> done = loop.createFuture();
    done.setResult("x");
    Future<List<String>> gathered = gather(List.of(done, done));
    loop.close();

    assertEquals(List.of("x", "x"), gathered.result());
  }

  @Test
  void futuresOutsideOfALoop_areGatheredInTheirs() {
    EventLoop loop = VirtualLoop.create();
    Future<String> child = loop.createFuture();
    Future<List<String>> gathered = gather(List.of(child));
    assertEquals(loop, gathered.getLoop());
    loop.callSoon(() -> child.setResult("x"));

    assertEquals(List.of("x"), loop.runUntilComplete(gathered));
    loop.close();
  }

  @Test
  void futuresOfTwoLoops_areRefused() {
    EventLoop one = VirtualLoop.create();
    EventLoop other = VirtualLoop.create();
    assertThrows(WrongLoopException.class, () -> gather(one.createFuture(), other.createFuture()));
    one.close();
    other.close();
  }

  @Test
  void nullArguments_areRefused() {
    NullPointerException refused =
        assertThrows(NullPointerException.class, () -> gather(null, Coroutine.completed(1)));
    assertEquals("awaitable is null: it must be given", refused.getMessage());
  }

  @Async
  private Coroutine<Void> gatherTyped() {
    events.add(await(gather(sleep(second(1), "a"), sleep(second(2), 2))).toString());
    Results3<String, Integer, Long> three =
        await(gather(sleep(second(1), "a"), sleep(second(2), 2), sleep(second(4), 3L)));
    events.add(three.first() + " " + three.second() + " " + three.third() + " at " + seconds());
    events.add(await(gather(done("a"), done(2), done(3L), done(null))).toString());
    events.add(await(gather(done(1), done(2), done(3), done(4), done(5))).toString());
    events.add(await(gather(done(1), done(2), done(3), done(4), done(5), done(6))).toString());
    events.add(
        await(gather(done(1), done(2), done(3), done(4), done(5), done(6), done(7))).toString());
    events.add(
        await(gather(done(1), done(2), done(3), done(4), done(5), done(6), done(7), done(8)))
            .toString());
    events.add(
        await(
                gather(
                    done(1), done(2), done(3), done(4), done(5), done(6), done(7), done(8),
                    done(9)))
            .toString());
    return result();
  }

  private static Duration second(int number) {
    return Duration.ofSeconds(number);
  }

  private static <T> Coroutine<T> done(T value) {
    return Coroutine.completed(value);
  }

  @Async
  private Coroutine<Void> failAndCancelTyped() {
    try {
      await(gather(fail("boom", 1), sleep(second(2), 2)));
    } catch (IllegalStateException failure) {
      events.add(failure.getMessage() + " at " + seconds());
    }
    Task<Void> first = createTask(sleep(second(10)));
    Task<Void> second = createTask(sleep(second(10)));
    Future<Results2<Void, Void>> gathered = gather(first, second);
    await(sleep(second(1)));
    gathered.cancel();
    try {
      await(gathered);
    } catch (CancelledError cancelled) {
      events.add("cancelled " + first.cancelled() + " " + second.cancelled());
    }
    return result();
  }

  @Async
  private Coroutine<Void> cancelWithMessage() {
    Task<Void> early = createTask(sleep(second(1)));
    Task<Void> late = createTask(sleep(second(10)));
    Task<List<Object>> gathering = createTask(awaitGather(List.of(late, early)));
    await(sleep(second(2)));
    gathering.cancel("enough");
    try {
      await(gathering);
    } catch (CancelledError cancelled) {
      events.add("caught " + cancelled.getMessage());
    }
    return result();
  }

  @Async
  private static Coroutine<List<Object>> awaitGather(List<Task<Void>> tasks) {
    return result(await(gather(tasks, true)));
  }

  @Async
  private Coroutine<Void> cancelTooLate() {
    Future<String> child = getRunningLoop().createFuture();
    Future<List<String>> gathered = gather(List.of(child));
    child.setResult("x");
    events.add("cancel " + gathered.cancel());
    events.add(await(gathered) + ", cancelled " + gathered.cancelled());
    return result();
  }

  @Async
  private Coroutine<Void> cancelLoopOfGathers() {
    Task<Void> task = createTask(gatherForEver());
    await(sleep(second(2)));
    task.cancel("stop");
    try {
      await(task);
    } catch (CancelledError cancelled) {
      events.add("caught " + cancelled.getMessage() + " at " + seconds());
    }
    return result();
  }

  @Async
  private static Coroutine<Void> gatherForEver() {
    while (true) {
      await(gather(List.of(sleep(Duration.ofMillis(300))), true));
    }
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
    List<String> results = await(gather(List.of(worker("a", 3), worker("b", 2), worker("c", 1))));
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
    List<String> results = await(gather(List.of(once, once)));
    events.add(results.toString());
    return result();
  }

  @Async
  private Coroutine<Void> gatherFailing() {
    Task<String> slow = createTask(worker("slow", 3));
    Future<List<String>> gathered = gather(List.of(slow, fail("first", 1), fail("second", 2)));
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
    Future<List<String>> gathered = gather(List.of(child, b));
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
