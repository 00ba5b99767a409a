package io.jasyncio.examples;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.run;
import static io.jasyncio.Asyncio.sleep;

import io.jasyncio.CancelledError;
import io.jasyncio.Coroutine;
import io.jasyncio.Task;
import io.jasyncio.annotations.Async;
import java.time.Duration;

/**
 * A long-running task is cancelled: the error comes out of the await where the task waits, so
 * {@code catch} and {@code finally} tidy up as they always do.
 *
 * <p>Python's {@code task.cancel()} and {@code except asyncio.CancelledError}.
 */
public final class CancelledTask {

  private CancelledTask() {}

  @Async
  static Coroutine<Void> recordTalk() {
    System.out.println("recording");
    try {
      await(sleep(Duration.ofHours(1)));
      System.out.println("an hour is over");
    } catch (CancelledError cancelled) {
      System.out.println("recording is to stop: " + cancelled.getMessage());
      throw cancelled;
    } finally {
      System.out.println("microphone off");
    }
    return result();
  }

  @Async
  static Coroutine<Void> main() {
    Task<Void> recording = createTask(recordTalk());
    await(sleep(Duration.ofMillis(100)));
    recording.cancel("nobody speaks");
    try {
      await(recording);
    } catch (CancelledError cancelled) {
      System.out.println("cancelled: " + recording.cancelled());
    }
    return result();
  }

  /** Runs the example. */
  public static void main(String[] args) {
    run(() -> main());
  }
}
