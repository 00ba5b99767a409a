package io.jasyncio.examples;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.run;
import static io.jasyncio.Asyncio.sleep;
import static io.jasyncio.Asyncio.taskGroup;

import io.jasyncio.CancelledError;
import io.jasyncio.Coroutine;
import io.jasyncio.ExceptionGroup;
import io.jasyncio.Task;
import io.jasyncio.annotations.Async;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;

/**
 * A block that is not left before its tasks are done. When one of them fails the others are
 * cancelled, and the block is left with an {@link ExceptionGroup} of all failures: no task is
 * forgotten, and no failure gets lost.
 *
 * <p>Python's {@code async with asyncio.TaskGroup()} and {@code except*}.
 */
public final class TaskGroups {

  private TaskGroups() {}

  @Async
  static Coroutine<String> load(String file, int millis) throws IOException {
    try {
      await(sleep(Duration.ofMillis(millis)));
    } catch (CancelledError cancelled) {
      System.out.println(file + ": cancelled");
      throw cancelled;
    }
    if (file.startsWith("no-")) {
      throw new FileNotFoundException(file);
    }
    return result("<" + file + ">");
  }

  @Async
  static Coroutine<Void> loadAll() throws IOException {
    Task<String> head;
    Task<String> body;
    try (var group = taskGroup()) {
      head = group.createTask(load("head", 20));
      body = group.createTask(load("body", 10));
      System.out.println("loading");
    }
    System.out.println(head.result() + body.result());
    return result();
  }

  @Async
  static Coroutine<Void> loadTooMuch() throws IOException {
    try (var group = taskGroup()) {
      Task<String> slow = group.createTask(load("film", 60_000));
      Task<String> missing = group.createTask(load("no-head", 0));
      Task<String> missingAsWell = group.createTask(load("no-body", 0));
      System.out.println("loading " + slow.done() + missing.done() + missingAsWell.done());
    } catch (ExceptionGroup failures) {
      System.out.println(failures.getMessage());
      failures.exceptions().forEach(failure -> System.out.println("  " + failure.getMessage()));
    }
    return result();
  }

  @Async
  static Coroutine<Void> main() throws IOException {
    await(loadAll());
    await(loadTooMuch());
    return result();
  }

  /** Runs the example. */
  public static void main(String[] args) throws IOException {
    run(() -> main());
  }
}
