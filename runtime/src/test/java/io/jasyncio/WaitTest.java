package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.getRunningLoop;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.annotations.Async;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

@SuppressWarnings("BlockingCall") // Asyncio.wait is not Object.wait
class WaitTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final List<String> events = new ArrayList<>();

  @Test
  void allCompleted_waitsForAll() {
    VirtualLoop.run(waitTwice());

    assertEquals(List.of("done [b, a], pending [] at 2s", "done [b, a], pending [] at 2s"), events);
  }

  @Test
  void waitForDoneFutures_givesWayOnce() {
    VirtualLoop.run(waitForDone());

    assertEquals(List.of("other callback", "waited"), events);
  }

  @Test
  void firstCompleted_leavesTheOthersRunning() {
    VirtualLoop.run(waitFor(ReturnWhen.FIRST_COMPLETED));

    assertEquals(List.of("done [a], pending [b, c] at 1s", "all at 3s"), events);
  }

  @Test
  void firstException_waitsForAFailure() {
    VirtualLoop.run(waitFor(ReturnWhen.FIRST_EXCEPTION));

    assertEquals(List.of("done [a, b], pending [c] at 2s", "all at 3s"), events);
  }

  @Test
  void firstExceptionWithoutFailure_waitsForAll() {
    VirtualLoop.run(waitForCancelled());

    assertEquals(List.of("done [a, b], pending [] at 1s"), events);
  }

  @Test
  void firstExceptionThatIsThereAlready_returnsInTheNextTurn() {
    VirtualLoop.run(waitForFailed());

    assertEquals(List.of("done [failed], pending [slow] at 0s"), events);
  }

  @Test
  void futuresThatBecameDoneInTheSameTurn_areDone() {
    VirtualLoop.run(waitForTwoAtOnce());

    assertEquals(List.of("done [a, b], pending [] at 1s"), events);
  }

  @Test
  void limit_throwsNothing() {
    VirtualLoop.run(waitWithLimit());

    assertEquals(
        List.of("done [a], pending [b] at 1s", "b is not cancelled", "b ends at 2s"), events);
  }

  @Test
  void noTime_tellsWhatIsDone() {
    VirtualLoop.run(waitForNoTime());

    assertEquals(List.of("done [done], pending [slow] at 0s"), events);
  }

  @Test
  void unusedLimit_isWithdrawn() {
    VirtualLoop.run(waitWithUnusedLimit());

    assertEquals(List.of("done [a], pending [] at 1s", "at 7200s"), events);
  }

  @Test
  void cancelOfTheWait_leavesTheFuturesAlone() {
    VirtualLoop.run(cancelWait());

    assertEquals(List.of("wait cancelled, a cancelled false", "a"), events);
  }

  @Test
  void futureGivenTwice_countsOnce() {
    VirtualLoop.run(waitForTheSame());

    assertEquals(List.of("1"), events);
  }

  @Test
  void failures_stayInTheirFutures() {
    VirtualLoop.run(waitForFailing());

    assertEquals(List.of("a failed with boom", "b has x"), events);
  }

  @Test
  @SuppressWarnings("NeverAwaited") // refused before there is a coroutine
  void badArguments_areRefused() {
    List<Future<String>> none = List.of();
    IllegalArgumentException empty =
        assertThrows(IllegalArgumentException.class, () -> Asyncio.wait(none));
    assertTrue(empty.getMessage().startsWith("There is nothing to wait for"), empty.getMessage());

    EventLoop loop = VirtualLoop.create();
    List<Future<String>> one = List.of(loop.createFuture());
    assertThrows(IllegalArgumentException.class, () -> Asyncio.wait(one, Duration.ofSeconds(-1)));
    assertThrows(NullPointerException.class, () -> Asyncio.wait(one, (ReturnWhen) null));
    assertThrows(NullPointerException.class, () -> Asyncio.wait(one, (Duration) null));
    assertThrows(NullPointerException.class, () -> Asyncio.wait(Arrays.asList(one.get(0), null)));
    loop.close();
  }

  private void tell(WaitResult<Task<String>> outcome) {
    events.add(
        "done %s, pending %s at %s"
            .formatted(names(outcome.done()), names(outcome.pending()), seconds()));
  }

  private static List<String> names(Set<Task<String>> tasks) {
    return tasks.stream().map(Task::getName).toList();
  }

  private static Task<String> sleeper(String name, int seconds) {
    return createTask(sleep(Duration.ofSeconds(seconds), name), name);
  }

  @Async
  private static Coroutine<String> fail(int seconds) {
    await(sleep(Duration.ofSeconds(seconds)));
    throw new IllegalStateException("boom");
  }

  @Async
  private Coroutine<Void> waitTwice() {
    Collection<Task<String>> tasks = List.of(sleeper("b", 2), sleeper("a", 1));
    tell(await(Asyncio.wait(tasks)));
    tell(await(Asyncio.wait(tasks)));
    return result();
  }

  @Async
  private Coroutine<Void> waitForDone() {
    Future<String> done = getRunningLoop().createFuture();
    done.setResult("x");
    getRunningLoop().callSoon(() -> events.add("other callback"));
    await(Asyncio.wait(List.of(done)));
    events.add("waited");
    return result();
  }

  @Async
  private Coroutine<Void> waitFor(ReturnWhen returnWhen) {
    List<Task<String>> tasks = List.of(sleeper("a", 1), createTask(fail(2), "b"), sleeper("c", 3));
    tell(await(Asyncio.wait(tasks, returnWhen)));
    await(Asyncio.wait(tasks));
    events.add("all at " + seconds());
    return result();
  }

  @Async
  private Coroutine<Void> waitForCancelled() {
    Task<String> a = sleeper("a", 10);
    Task<String> b = sleeper("b", 1);
    await(sleep(Duration.ZERO));
    a.cancel();
    tell(await(Asyncio.wait(List.of(a, b), ReturnWhen.FIRST_EXCEPTION)));
    return result();
  }

  @Async
  private Coroutine<Void> waitForFailed() {
    Task<String> failed = createTask(fail(0), "failed");
    Task<String> slow = sleeper("slow", 10);
    await(sleep(Duration.ZERO));
    await(sleep(Duration.ZERO));
    tell(await(Asyncio.wait(List.of(failed, slow), ReturnWhen.FIRST_EXCEPTION)));
    return result();
  }

  @Async
  private Coroutine<Void> waitForTwoAtOnce() {
    tell(
        await(Asyncio.wait(List.of(sleeper("a", 1), sleeper("b", 1)), ReturnWhen.FIRST_COMPLETED)));
    return result();
  }

  @Async
  private Coroutine<Void> waitWithLimit() {
    Task<String> a = sleeper("a", 1);
    Task<String> b = sleeper("b", 2);
    // So that the timer of a is older than that of the wait.
    await(sleep(Duration.ZERO));
    tell(await(Asyncio.wait(List.of(a, b), SECOND)));
    events.add(b.cancelled() ? "b is cancelled" : "b is not cancelled");
    events.add(await(b) + " ends at " + seconds());
    return result();
  }

  @Async
  private Coroutine<Void> waitForNoTime() {
    Task<String> done = sleeper("done", 0);
    Task<String> slow = sleeper("slow", 1);
    await(done);
    tell(await(Asyncio.wait(List.of(done, slow), Duration.ZERO)));
    return result();
  }

  @Async
  private Coroutine<Void> waitWithUnusedLimit() {
    Duration hour = Duration.ofHours(1);
    tell(await(Asyncio.wait(List.of(sleeper("a", 1)), hour, ReturnWhen.ALL_COMPLETED)));
    await(sleep(hour.multipliedBy(2).minusSeconds(1)));
    events.add("at " + seconds());
    return result();
  }

  @Async
  private Coroutine<Void> cancelWait() {
    Task<String> a = sleeper("a", 2);
    Task<?> waiting = createTask(Asyncio.wait(List.of(a)));
    await(sleep(SECOND));
    waiting.cancel();
    try {
      await(waiting);
    } catch (CancelledError cancelled) {
      events.add("wait cancelled, a cancelled " + a.cancelled());
    }
    events.add(await(a));
    return result();
  }

  @Async
  private Coroutine<Void> waitForTheSame() {
    Task<String> a = sleeper("a", 1);
    events.add("" + await(Asyncio.wait(List.of(a, a))).done().size());
    return result();
  }

  @Async
  private Coroutine<Void> waitForFailing() {
    Task<String> a = createTask(fail(1), "a");
    Future<String> b = getRunningLoop().createFuture();
    b.setResult("x");
    WaitResult<Future<String>> outcome = await(Asyncio.wait(List.of(a, b)));
    for (Future<String> done : outcome.done()) {
      events.add(
          done.exception() == null
              ? "b has " + done.result()
              : "a failed with " + done.exception().getMessage());
    }
    return result();
  }

  private static String seconds() {
    return Duration.ofNanos(getRunningLoop().time()).toSeconds() + "s";
  }
}
