package io.jasyncio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jasyncio.codegen.Execution;
import io.jasyncio.codegen.Suspension;
import org.junit.jupiter.api.Test;

/** A chain of awaits is started with as much Java stack as it needs, and resumed with little. */
class DeepChainTest {

  private static final int DEPTH = 100_000;
  private static final long STACK_TO_START = 1L << 30;
  private static final long STACK_TO_RESUME = 256 * 1024;

  private final EventLoop loop = VirtualLoop.create();
  private final Future<Integer> bottom = loop.createFuture();

  @Test
  void result_comesUpThroughAllFrames() throws InterruptedException {
    Task<Integer> task = startChain();
    bottom.setResult(0);
    onThread(STACK_TO_RESUME, () -> loop.runUntilComplete(task));

    assertEquals(DEPTH, task.result());
  }

  @Test
  void exception_comesUpThroughAllFrames() throws InterruptedException {
    Task<Integer> task = startChain();
    IllegalStateException failure = new IllegalStateException("boom");
    bottom.setException(failure);
    onThread(STACK_TO_RESUME, () -> runAndIgnoreFailure(task));

    assertSame(failure, task.exception());
  }

  @Test
  void cancellation_comesUpThroughAllFrames() throws InterruptedException {
    Task<Integer> task = startChain();
    task.cancel();
    onThread(STACK_TO_RESUME, () -> runAndIgnoreFailure(task));

    assertTrue(task.cancelled());
    assertTrue(bottom.cancelled());
  }

  private void runAndIgnoreFailure(Task<Integer> task) {
    assertThrows(Throwable.class, () -> loop.runUntilComplete(task));
  }

  private Task<Integer> startChain() throws InterruptedException {
    Awaitable<Integer> chain = bottom;
    for (int i = 0; i < DEPTH; i++) {
      chain = new PlusOne(chain);
    }
    Task<Integer> task = loop.createTask((Coroutine<Integer>) chain);
    onThread(STACK_TO_START, this::runOneTurn);
    assertTrue(!task.done());
    return task;
  }

  private void runOneTurn() {
    loop.stop();
    loop.runForever();
  }

  private static void onThread(long stackSize, Runnable work) throws InterruptedException {
    Throwable[] failure = new Throwable[1];
    Thread thread = new Thread(null, work, "chain", stackSize);
    thread.setUncaughtExceptionHandler((dead, thrown) -> failure[0] = thrown);
    thread.start();
    thread.join();
    if (failure[0] != null) {
      throw new AssertionError(failure[0]);
    }
  }

  /** {@code return result(await(inner) + 1)} */
  private static final class PlusOne extends Coroutine<Integer> {

    private final Awaitable<Integer> inner;

    PlusOne(Awaitable<Integer> inner) {
      this.inner = inner;
    }

    @Override
    protected Object resume(Execution execution) throws Throwable {
      Object value;
      if (Suspension.resume(this) == 0) {
        value = Suspension.begin(inner, execution);
        if (value == Suspension.SUSPENDED) {
          Suspension.suspend(this, 1, execution);
          return value;
        }
      } else {
        value = Suspension.resumed(execution);
      }
      return (Integer) value + 1;
    }
  }
}
