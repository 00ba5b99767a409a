package io.jasyncio.examples;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.gather;
import static io.jasyncio.Asyncio.getRunningLoop;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.run;
import static io.jasyncio.Asyncio.sleep;
import static io.jasyncio.Asyncio.toThread;

import io.jasyncio.Coroutine;
import io.jasyncio.EventLoop;
import io.jasyncio.Task;
import io.jasyncio.annotations.Async;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Calls that block go to threads of their own, and the loop goes on: to the default pool, or to a
 * pool of one thread where a library wants all its calls from the same one.
 *
 * <p>Python's {@code asyncio.to_thread} and {@code loop.run_in_executor}.
 */
public final class BlockingCalls {

  private BlockingCalls() {}

  /** Blocks its thread, as reading a file or asking an old library does. */
  static String resolve(String host) throws InterruptedException {
    Thread.sleep(100);
    return host + " is 192.0.2.7";
  }

  /** Stands for a library that must be used from one thread. */
  static final class Ledger {
    private final List<String> entries = new ArrayList<>();

    String enter(String text) {
      entries.add(text);
      return Thread.currentThread().getName() + ": entry " + entries.size() + " is " + text;
    }
  }

  @Async
  static Coroutine<Void> main() throws InterruptedException {
    Task<String> address = createTask(toThread(() -> resolve("example.org")));
    await(sleep(Duration.ZERO));
    System.out.println("a thread is blocked, the loop is not");
    System.out.println(await(address));

    EventLoop loop = getRunningLoop();
    ExecutorService oneThread = Executors.newSingleThreadExecutor(r -> new Thread(r, "ledger"));
    try {
      Ledger ledger = new Ledger();
      await(
              gather(
                  List.of(
                      loop.runInExecutor(oneThread, () -> ledger.enter("rent")),
                      loop.runInExecutor(oneThread, () -> ledger.enter("bread")),
                      loop.runInExecutor(oneThread, () -> ledger.enter("books")))))
          .forEach(System.out::println);
    } finally {
      oneThread.shutdown();
    }
    return result();
  }

  /** Runs the example. */
  public static void main(String[] args) {
    run(() -> main());
  }
}
