package io.jasyncio.testing;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.AsyncCallable;
import io.jasyncio.Asyncio;
import io.jasyncio.CancelledError;
import io.jasyncio.Coroutine;
import io.jasyncio.ErrorContext;
import io.jasyncio.EventLoop;
import io.jasyncio.Task;
import io.jasyncio.annotations.Async;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One test on a loop of its own, and everything that can go wrong with it. */
final class TestRun {

  /** How much virtual time cancelled tasks have to end. */
  private static final Duration CLEAN_UP = Duration.ofHours(1);

  private final VirtualClock clock;
  private final EventLoop loop;
  private final List<ErrorContext> errors = new ArrayList<>();

  /** Why the test was broken off; null if it was not. */
  private String brokenOff;

  TestRun(Duration limit, Duration patience) {
    this.clock = new VirtualClock(patience);
    this.loop = EventLoop.create(clock);
    clock.limitTo(limit);
    loop.setDebug(true);
    loop.setExceptionHandler((unused, error) -> errors.add(error));
  }

  <T> T run(String name, AsyncCallable<T> test) {
    T value = null;
    Throwable failure = null;
    try {
      value = runToItsEnd(name, test);
    } catch (Throwable thrown) {
      failure = brokenOff == null ? thrown : new AssertionError(brokenOff);
    }
    String leaked = leaked(failure);
    cleanUp();
    loop.close();
    if (failure == null && leaked != null) {
      failure = new AssertionError(leaked);
    }
    failure = withErrors(failure);
    if (failure != null) {
      throw Thrown.asItIs(failure);
    }
    return value;
  }

  private <T> T runToItsEnd(String name, AsyncCallable<T> test) {
    Task<T> task = loop.createTask(call(test), name);
    try {
      return loop.runUntilComplete(task);
    } catch (StuckException stuck) {
      brokenOff = stuck.getMessage() + ". " + loop.dump();
      throw stuck;
    }
  }

  /** Makes the test's coroutine inside the loop. */
  @Async
  private static <T> Coroutine<T> call(AsyncCallable<T> test) {
    Coroutine<T> coroutine;
    try {
      coroutine = test.call();
    } catch (Exception failure) {
      throw Thrown.asItIs(failure);
    }
    return result(await(coroutine));
  }

  /** Only a test that has ended by itself can have left something. */
  private String leaked(Throwable failure) {
    return failure != null || loop.allTasks().isEmpty()
        ? null
        : "The test has ended, but not these tasks: await them, or cancel them and await that. "
            + loop.dump();
  }

  private void cleanUp() {
    Set<Task<?>> tasks = loop.allTasks();
    tasks.forEach(Task::cancel);
    clock.limitTo(CLEAN_UP);
    try {
      if (!tasks.isEmpty()) {
        loop.runUntilComplete(awaitAll(tasks));
      }
      loop.runUntilComplete(loop.shutdownDefaultExecutor());
    } catch (IllegalStateException | CancelledError hopeless) {
      // It is stuck: closing the loop is all that can be done.
      return;
    }
  }

  @Async
  private static Coroutine<Void> awaitAll(Set<Task<?>> tasks) {
    Object unused = await(Asyncio.gather(tasks, true));
    return result();
  }

  /** What the loop's exception handler was told makes the test fail, too. */
  private Throwable withErrors(Throwable failure) {
    Throwable result = failure;
    for (ErrorContext error : errors) {
      boolean ownTask = brokenOff != null && error.exception() == null;
      if (ownTask || (failure != null && error.exception() == failure)) {
        continue;
      }
      AssertionError told =
          new AssertionError(
              "The loop's exception handler was told: " + describe(error), error.exception());
      if (result == null) {
        result = told;
      } else {
        result.addSuppressed(told);
      }
    }
    return result;
  }

  private static String describe(ErrorContext error) {
    StringBuilder text = new StringBuilder(error.message());
    error.details().forEach((name, value) -> text.append("; ").append(name + ": " + value));
    return text.toString();
  }
}
