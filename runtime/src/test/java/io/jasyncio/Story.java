package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jasyncio.annotations.Async;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/**
 * A test that tells what its tasks do, turn by turn. The test's own code runs between the loop's
 * turns.
 */
public abstract class Story {

  protected final EventLoop loop = EventLoop.create();
  private final List<String> events = new ArrayList<>();

  @AfterEach
  void close() {
    // Tasks that still wait are dropped on purpose: no need to tell.
    loop.setExceptionHandler((where, context) -> {});
    loop.close();
  }

  /** Makes a task that notes how {@code coroutine} ends; it begins in the next turn. */
  protected final <T> Task<T> start(String name, Coroutine<T> coroutine) {
    return loop.createTask(tell(name, coroutine), name);
  }

  /** Makes a task and lets it run until it waits, or to its end. */
  protected final <T> Task<T> begin(String name, Coroutine<T> coroutine) {
    Task<T> task = start(name, coroutine);
    turn();
    return task;
  }

  /** Lets all that is ready run once. */
  protected final void turn() {
    loop.stop();
    loop.runForever();
  }

  protected final void turns(int n) {
    for (int i = 0; i < n; i++) {
      turn();
    }
  }

  protected final void note(String event) {
    events.add(event);
  }

  /** Checks all that was noted since this was last called. */
  protected final void expect(String... expected) {
    assertEquals(List.of(expected), events);
    events.clear();
  }

  @Async
  private <T> Coroutine<T> tell(String name, Coroutine<T> coroutine) {
    try {
      T value = await(coroutine);
      note(value == null || value instanceof AutoCloseable ? name : name + " " + value);
      return result(value);
    } catch (CancelledError cancelled) {
      note(name + " cancelled");
      throw cancelled;
    } catch (RuntimeException failure) {
      note(name + " " + failure.getClass().getSimpleName());
      return result(null);
    }
  }
}
