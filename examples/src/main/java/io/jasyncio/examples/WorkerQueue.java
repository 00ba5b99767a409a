package io.jasyncio.examples;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.gather;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.run;
import static io.jasyncio.Asyncio.sleep;

import io.jasyncio.AsyncQueue;
import io.jasyncio.Coroutine;
import io.jasyncio.Task;
import io.jasyncio.annotations.Async;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Three workers share ten jobs. When the last job is done the workers, which wait for more, are
 * cancelled and waited for: nothing is left behind.
 *
 * <p>Python's {@code queue.join()}, {@code task.cancel()} and {@code asyncio.gather(*workers,
 * return_exceptions=True)}.
 */
public final class WorkerQueue {

  private WorkerQueue() {}

  @Async
  static Coroutine<Void> work(String name, AsyncQueue<Integer> jobs) {
    try {
      for (; ; ) {
        int job = await(jobs.get());
        await(sleep(Duration.ofMillis(20)));
        System.out.println(name + " has done job " + job);
        jobs.taskDone();
      }
    } finally {
      System.out.println(name + " goes home");
    }
  }

  @Async
  static Coroutine<Void> main() {
    AsyncQueue<Integer> jobs = new AsyncQueue<>();
    for (int job = 1; job <= 10; job++) {
      jobs.putNowait(job);
    }
    List<Task<Void>> workers = new ArrayList<>();
    for (String name : List.of("Ada", "Bo", "Cy")) {
      workers.add(createTask(work(name, jobs), name));
    }
    await(jobs.join());
    System.out.println("all jobs are done");
    workers.forEach(Task::cancel);
    await(gather(workers, true));
    return result();
  }

  /** Runs the example. */
  public static void main(String[] args) {
    run(() -> main());
  }
}
