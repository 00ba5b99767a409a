package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.getRunningLoop;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.annotations.Async;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A task that sleeps is its own timer. */
class SleepTest {

  private final List<String> events = new ArrayList<>();
  private final EventLoop loop = VirtualLoop.create();

  private void note(String what) {
    events.add(what + " at " + Duration.ofNanos(loop.time() - start).toMillis());
  }

  private final long start = loop.time();

  @Async
  private Coroutine<Void> sleeps(String name, long... millis) {
    for (long each : millis) {
      try {
        await(sleep(Duration.ofMillis(each)));
        note(name + " woke");
      } catch (CancelledError error) {
        note(name + " cancelled " + error.getMessage());
      }
    }
    return result();
  }

  /** As in asyncio: a timer rings in one turn, and the sleeper goes on in the next. */
  @Test
  void sleeper_goesOnTheTurnAfterItsTimer() {
    loop.runUntilComplete(sleeperAmongTimers());

    assertEquals(
        List.of("before at 5", "after at 5", "soon at 5", "sleeper woke at 5", "later at 5"),
        events);
  }

  @Async
  private Coroutine<Void> sleeperAmongTimers() {
    Duration five = Duration.ofMillis(5);
    loop.callLater(
        five,
        () -> {
          note("before");
          loop.callSoon(() -> note("soon"));
        });
    Task<Void> sleeper = createTask(sleeps("sleeper", 5));
    await(sleep(Duration.ZERO));
    loop.callLater(
        five,
        () -> {
          note("after");
          loop.callSoon(() -> note("later"));
        });
    await(sleeper);
    await(sleep(Duration.ZERO));
    return result();
  }

  /** The timer that the first sleep has left behind must not wake the second. */
  @Test
  void cancelledSleep_doesNotShortenTheNext() {
    loop.runUntilComplete(cancelAndSleepOn(0));

    assertEquals(List.of("sleeper cancelled now at 1", "sleeper woke at 21"), events);
  }

  /** In a large heap the cancelled timer stays behind. */
  @Test
  void cancelledSleep_inALargeHeap_doesNotShortenTheNext() {
    loop.runUntilComplete(cancelAndSleepOn(200));

    assertEquals(List.of("sleeper cancelled now at 1", "sleeper woke at 21"), events);
  }

  @Async
  private Coroutine<Void> cancelAndSleepOn(int others) {
    List<Task<Void>> sleeping = new ArrayList<>();
    for (int i = 0; i < others; i++) {
      sleeping.add(createTask(sleep(Duration.ofHours(1))));
    }
    Task<Void> sleeper = createTask(sleeps("sleeper", 10, 20));
    await(sleep(Duration.ofMillis(1)));
    sleeper.cancel("now");
    await(sleeper);
    sleeping.forEach(Task::cancel);
    return result();
  }

  /** Each sleep is cancelled while the timer of the one before is still in the heap. */
  @Test
  void sleepAfterSleep_cancelledEachTime_inALargeHeap() {
    loop.runUntilComplete(cancelOftenAmong200());

    assertEquals(
        List.of(
            "sleeper cancelled 0 at 1",
            "sleeper cancelled 1 at 2",
            "sleeper cancelled 2 at 3",
            "sleeper woke at 53"),
        events);
  }

  @Async
  private Coroutine<Void> cancelOftenAmong200() {
    List<Task<Void>> sleeping = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      sleeping.add(createTask(sleep(Duration.ofHours(1))));
    }
    Task<Void> sleeper = createTask(sleeps("sleeper", 10, 20, 30, 50));
    for (int i = 0; i < 3; i++) {
      await(sleep(Duration.ofMillis(1)));
      sleeper.cancel("" + i);
    }
    await(sleeper);
    sleeping.forEach(Task::cancel);
    return result();
  }

  /** The timer is due and stands in the ready queue, but has not rung. */
  @Test
  void cancelBetweenDueAndRinging_isDelivered() {
    loop.runUntilComplete(cancelWhenDue());

    assertEquals(
        List.of("sleeper cancelled due at 5", "next turn at 5", "sleeper woke at 12"), events);
  }

  @Async
  private Coroutine<Void> cancelWhenDue() {
    Task<Void> sleeper = createTask(sleeps("sleeper", 5, 7));
    loop.callLater(
        Duration.ofMillis(5),
        () -> {
          sleeper.cancel("due");
          loop.callSoon(() -> note("next turn"));
        });
    await(sleeper);
    return result();
  }

  /** The timer has rung and the sleeper is in the ready queue: it is cancelled all the same. */
  @Test
  void cancelBetweenRingingAndGoingOn_isDelivered() {
    loop.runUntilComplete(cancelWhenRung());

    assertEquals(List.of("sleeper cancelled rung at 5", "sleeper woke at 12"), events);
  }

  @Async
  private Coroutine<Void> cancelWhenRung() {
    Task<Void> sleeper = createTask(sleeps("sleeper", 5, 7));
    await(sleep(Duration.ZERO));
    loop.callLater(Duration.ofMillis(5), () -> sleeper.cancel("rung"));
    await(sleeper);
    return result();
  }

  /** A million years is as good as any: the coroutine is let go of when the sleep is cancelled. */
  @Test
  void cancelledSleeper_isNotKeptByItsTimer() {
    WeakReference<Object> kept = loop.runUntilComplete(cancelOneWhoHolds());

    System.gc();
    assertTrue(kept.refersTo(null));
  }

  @Async
  private Coroutine<WeakReference<Object>> cancelOneWhoHolds() {
    Object held = new Object();
    WeakReference<Object> reference = new WeakReference<>(held);
    Task<Void> holder = createTask(holds(held));
    held = null;
    await(sleep(Duration.ZERO));
    holder.cancel();
    try {
      await(holder);
    } catch (CancelledError expected) {
      note("cancelled");
    }
    holder = null;
    return result(reference);
  }

  @Async
  private Coroutine<Void> holds(Object held) {
    await(sleep(Duration.ofDays(365_000_000)));
    events.add(held.toString());
    return result();
  }

  /** What is awaited elsewhere than where it is made is a coroutine like any other. */
  @Test
  void sleepThatIsKept_andSleepWithValue() {
    loop.runUntilComplete(keptSleeps());

    assertEquals(List.of("kept at 3", "value x at 7"), events);
  }

  @Async
  private Coroutine<Void> keptSleeps() {
    Coroutine<Void> kept = sleep(Duration.ofMillis(3));
    await(kept);
    note("kept");
    note("value " + await(sleep(Duration.ofMillis(4), "x")));
    assertEquals(loop, getRunningLoop());
    return result();
  }
}
