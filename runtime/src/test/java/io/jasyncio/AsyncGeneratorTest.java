package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.currentTask;
import static io.jasyncio.Asyncio.done;
import static io.jasyncio.Asyncio.emit;
import static io.jasyncio.Asyncio.getRunningLoop;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.annotations.Async;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Async generators: by hand, in loops, left open, and used wrongly. */
class AsyncGeneratorTest {

  private final List<String> events = new ArrayList<>();

  @Async
  private AsyncGenerator<Integer> count(String name) {
    try {
      for (int i = 0; i < 3; i++) {
        await(sleep(Duration.ofSeconds(1)));
        String sent = emit(i);
        events.add(name + " got " + sent);
      }
    } catch (IllegalStateException caught) {
      events.add(name + " caught " + caught.getMessage());
      emit(-1);
    } finally {
      await(sleep(Duration.ofSeconds(1)));
      events.add(name + " finally");
    }
    return done();
  }

  private List<String> told(Coroutine<Void> story) {
    VirtualLoop.run(story);
    return events;
  }

  @Test
  void asend_isWhatEmitEvaluatesTo() {
    assertEquals(
        List.of("0", "a got x", "1", "a got null", "2", "a got y", "a finally", "end", "end"),
        told(sends()));
  }

  @Async
  private Coroutine<Void> sends() {
    AsyncGenerator<Integer> a = count("a");
    for (String sent : new String[] {null, "x", null, "y", "z"}) {
      try {
        events.add(String.valueOf(await(a.asend(sent))));
      } catch (StopAsyncIteration end) {
        events.add("end");
      }
    }
    return result();
  }

  @Test
  void asend_ofAValueAtTheStart_isRefused_andTheGeneratorIsUnharmed() {
    assertEquals(List.of("refused", "0", "a finally"), told(sendsTooEarly()));
  }

  @Async
  private Coroutine<Void> sendsTooEarly() {
    AsyncGenerator<Integer> a = count("a");
    try {
      int unused = await(a.asend("x"));
    } catch (IllegalArgumentException refused) {
      events.add("refused");
    }
    events.add(String.valueOf(await(a.anext())));
    return result();
  }

  @Test
  void athrow_isThrownAtTheEmit() {
    assertEquals(
        List.of("a caught in", "-1", "a finally", "b finally", "out", "unstarted"),
        told(throwsIn()).subList(0, 6));
  }

  @Async
  private Coroutine<Void> throwsIn() {
    AsyncGenerator<Integer> a = count("a");
    int unused = await(a.anext());
    events.add(String.valueOf(await(a.athrow(new IllegalStateException("in")))));
    await(a.aclose());
    AsyncGenerator<Integer> b = count("b");
    unused = await(b.anext());
    IOException failure = new IOException("out");
    try {
      unused = await(b.athrow(failure));
    } catch (Exception thrown) {
      assertSame(failure, thrown);
      events.add(thrown.getMessage());
    }
    try {
      unused = await(count("c").athrow(new IOException("unstarted")));
    } catch (Exception thrown) {
      events.add(thrown.getMessage());
    }
    return result();
  }

  @Test
  void askedByTwoAtOnce_isRefused() {
    assertEquals(
        List.of("anext(): asynchronous generator is already running", "0", "a finally"),
        told(asksTwice()));
  }

  @Async
  private Coroutine<Void> asksTwice() {
    AsyncGenerator<Integer> a = count("a");
    Task<Integer> first = createTask(a.anext());
    await(sleep(Duration.ZERO));
    try {
      int unused = await(a.anext());
    } catch (IllegalStateException refused) {
      events.add(refused.getMessage().replaceFirst(": [^:]*$", ""));
    }
    events.add(String.valueOf(await(first)));
    return result();
  }

  @Test
  void eachValue_mayBeAskedForByAnotherTask() {
    assertEquals(List.of("first 0", "a got null", "second 1", "a finally"), told(asksFromTasks()));
  }

  @Async
  private Coroutine<Void> asksFromTasks() {
    AsyncGenerator<Integer> a = count("a");
    events.add("first " + await(createTask(a.anext())));
    events.add("second " + await(createTask(a.anext())));
    return result();
  }

  @Test
  void aclose_ofAStubbornGenerator_isAnError() {
    assertThrows(IllegalStateException.class, () -> VirtualLoop.run(closesStubborn()));
  }

  @Async
  private static Coroutine<Void> closesStubborn() {
    AsyncGenerator<Integer> stubborn = stubborn();
    int unused = await(stubborn.anext());
    await(stubborn.aclose());
    return result();
  }

  @Async
  private static AsyncGenerator<Integer> stubborn() {
    while (true) {
      try {
        emit(1);
      } catch (GeneratorExit exit) {
        emit(2);
      }
    }
  }

  @Test
  void tryWithResources_closesWhatIsLeftOpen() {
    assertEquals(List.of("0", "a finally", "behind"), told(withBlock()));
  }

  @Async
  private Coroutine<Void> withBlock() {
    try (AsyncGenerator<Integer> a = count("a")) {
      events.add(String.valueOf(await(a.anext())));
    }
    events.add("behind");
    return result();
  }

  @Test
  void cancelledWait_endsTheGenerator() {
    assertEquals(List.of("a finally", "cancelled", "no more"), told(cancelsWait()));
  }

  @Async
  private Coroutine<Void> cancelsWait() {
    AsyncGenerator<Integer> a = count("a");
    Task<Integer> asking = createTask(a.anext());
    await(sleep(Duration.ofMillis(500)));
    asking.cancel();
    try {
      int unused = await(asking);
    } catch (CancelledError cancelled) {
      events.add("cancelled");
    }
    try {
      int unused = await(a.anext());
    } catch (StopAsyncIteration end) {
      events.add("no more");
    }
    return result();
  }

  @Test
  void leftOpen_isClosedWithItsLoop() {
    assertEquals(List.of("0", "end of main", "a finally"), told(leavesOpen()));
    assertTrue(kept.toString().endsWith("(closed)"), kept::toString);
  }

  @Async
  private Coroutine<Void> leavesOpen() {
    AsyncGenerator<Integer> a = count("a");
    kept = a;
    events.add(String.valueOf(await(a.anext())));
    events.add("end of main");
    return result();
  }

  /** So that the collector does not find it first. */
  @SuppressWarnings("UnusedVariable")
  private AsyncGenerator<Integer> kept;

  @Test
  void failureWhileTheLoopClosesIt_goesToTheExceptionHandler() {
    List<String> reports = new ArrayList<>();
    EventLoop loop = VirtualLoop.create();
    loop.setExceptionHandler((where, context) -> reports.add(context.exception().getMessage()));
    try (Runner runner = new Runner(loop)) {
      runner.run(opens(failsInFinally()));
    }
    assertEquals(List.of("finally"), reports);
    assertTrue(kept.toString().endsWith("(closed)"), kept::toString);
  }

  @Async
  private Coroutine<Void> opens(AsyncGenerator<Integer> generator) {
    kept = generator;
    int unused = await(generator.anext());
    return result();
  }

  @Async
  private static AsyncGenerator<Integer> failsInFinally() {
    try {
      emit(1);
    } catch (GeneratorExit exit) {
      throw new IllegalStateException("finally");
    }
    return done();
  }

  @Test
  void errorWhileTheLoopClosesIt_doesNotKeepOthersOpen() {
    AssertionError error =
        assertThrows(AssertionError.class, () -> VirtualLoop.run(leavesTwoOpen()));

    assertEquals("of the first", error.getMessage());
    assertEquals(List.of("b finally"), events);
    assertTrue(kept.toString().endsWith("(closed)"), kept::toString);
  }

  @Async
  private Coroutine<Void> leavesTwoOpen() {
    first = erroneous();
    kept = count("b");
    int unused = await(first.anext());
    unused = await(kept.anext());
    return result();
  }

  private AsyncGenerator<Integer> first;

  @Async
  private static AsyncGenerator<Integer> erroneous() {
    try {
      emit(1);
    } catch (GeneratorExit exit) {
      throw new AssertionError("of the first", exit);
    }
    return done();
  }

  @Test
  void body_runsInTheTaskThatAsks_withItsContext() {
    ContextVar<String> variable = new ContextVar<>("v", "none");

    assertEquals(List.of("outer", "inner", "true"), told(asksInContext(variable)));
  }

  @Async
  private Coroutine<Void> asksInContext(ContextVar<String> variable) {
    var unused = variable.set("outer");
    for (String value : seen(variable)) {
      events.add(value);
      unused = variable.set("inner");
    }
    events.add(String.valueOf(Set.of(currentTask()).equals(Asyncio.allTasks())));
    return result();
  }

  @Async
  private static AsyncGenerator<String> seen(ContextVar<String> variable) {
    emit(variable.get());
    await(sleep(Duration.ofSeconds(1)));
    emit(variable.get());
    return done();
  }

  @Test
  void manyValues_takeNoStack() {
    assertEquals(4_999_950_000L, VirtualLoop.run(sum(100_000)));
  }

  @Async
  private static Coroutine<Long> sum(int limit) {
    long sum = 0;
    for (int value : upTo(limit)) {
      sum += value;
    }
    return result(sum);
  }

  @Async
  private static AsyncGenerator<Integer> upTo(int limit) {
    for (int i = 0; i < limit; i++) {
      if (i % 1000 == 0) {
        await(sleep(Duration.ZERO));
      }
      emit(i);
    }
    return done();
  }

  @Test
  void droppedGenerator_isCollected_andForgottenByItsLoop() {
    assertEquals(List.of("0"), told(drops()));
  }

  @Async
  private Coroutine<Void> drops() {
    AsyncGenerator<Integer> a = count("a");
    events.add(String.valueOf(await(a.anext())));
    WeakReference<?> dropped = new WeakReference<>(a);
    a = null;
    EagerMethodTest.assertCollected(dropped);
    await(getRunningLoop().shutdownAsyncgens());
    return result();
  }

  @Test
  void stopAsyncIteration_thatABodyThrows_isNoEnd() {
    IllegalStateException failure =
        assertThrows(IllegalStateException.class, () -> VirtualLoop.run(loops(leaks())));

    assertEquals("async generator raised StopAsyncIteration", failure.getMessage());
  }

  @Async
  private static AsyncGenerator<Integer> leaks() {
    emit(1);
    throw new StopAsyncIteration();
  }

  @Async
  private static Coroutine<Void> loops(AsyncGenerator<Integer> generator) {
    for (int unused : generator) {}
    return result();
  }
}
