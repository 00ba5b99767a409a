package io.jasyncio.benchmarks.workloads;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.createTask;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;

import io.jasyncio.Coroutine;
import io.jasyncio.Task;
import io.jasyncio.annotations.Async;
import io.jasyncio.benchmarks.handwritten.Fiber;
import io.jasyncio.benchmarks.handwritten.Loop;
import io.jasyncio.benchmarks.kotlin.TimersKt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/**
 * 100,000 tasks, each of which sleeps 0 to 50 milliseconds once, at random. What counts is the
 * processor time of the whole process: of compilers, collectors and timer threads, too.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 10)
@Measurement(iterations = 10)
@OperationsPerInvocation(Timers.SLEEPERS)
public class Timers extends Workload {

  /** Operations of a call: the bytes are those of one sleep. */
  public static final int SLEEPERS = 100_000;

  private final int[] millis = new SplittableRandom(7).ints(SLEEPERS, 0, 51).toArray();

  // jasyncio

  @Benchmark
  public long jasyncio(ProcessorTime time) {
    return time.of(() -> loop.runUntilComplete(sleepers(millis)));
  }

  @Async
  private static Coroutine<Long> sleepers(int[] millis) {
    List<Task<Integer>> tasks = new ArrayList<>(SLEEPERS);
    for (int delay : millis) {
      tasks.add(createTask(sleeper(delay)));
    }
    long sum = 0;
    for (Task<Integer> task : tasks) {
      sum += await(task);
    }
    return result(sum);
  }

  @Async
  private static Coroutine<Integer> sleeper(int millis) {
    await(sleep(Duration.ofMillis(millis)));
    return result(millis);
  }

  // Kotlin

  @Benchmark
  public long kotlin(ProcessorTime time) {
    return time.of(() -> TimersKt.sleepers(millis));
  }

  // Virtual threads

  @Benchmark
  @Fork(jvmArgsAppend = {PARALLELISM_1, POOL_SIZE_1})
  public long virtualThreads1(ProcessorTime time) {
    return virtualThreads(time);
  }

  @Benchmark
  public long virtualThreads(ProcessorTime time) {
    return time.of(() -> VirtualThreads.call(this::spawnBlocking));
  }

  private long spawnBlocking() {
    List<Thread> threads = new ArrayList<>(SLEEPERS);
    for (int delay : millis) {
      threads.add(VirtualThreads.start(() -> VirtualThreads.sleep(delay)));
    }
    threads.forEach(VirtualThreads::join);
    return threads.size();
  }

  // CompletableFuture

  /** With the JDK's own timer thread, which is how a stage is delayed. */
  @Benchmark
  public long completableFuture(ProcessorTime time) {
    return time.of(
        () -> {
          CompletableFuture<?>[] stages = new CompletableFuture<?>[SLEEPERS];
          for (int i = 0; i < SLEEPERS; i++) {
            stages[i] =
                new CompletableFuture<Integer>()
                    .completeOnTimeout(millis[i], millis[i], TimeUnit.MILLISECONDS);
          }
          CompletableFuture.allOf(stages).join();
          return stages.length;
        });
  }

  // Hand-written

  @Benchmark
  public long handWritten(ProcessorTime time) {
    return time.of(
        () -> {
          Sleeper[] sleepers = new Sleeper[SLEEPERS];
          for (int i = 0; i < SLEEPERS; i++) {
            sleepers[i] = new Sleeper(handWrittenLoop, millis[i]);
            handWrittenLoop.execute(sleepers[i]);
          }
          handWrittenLoop.runUntilIdle();
          long sum = 0;
          for (Sleeper sleeper : sleepers) {
            sum += sleeper.result;
          }
          return sum;
        });
  }

  private static final class Sleeper extends Fiber {
    private final int millis;
    private boolean slept;
    private long result;

    Sleeper(Loop loop, int millis) {
      super(loop);
      this.millis = millis;
    }

    @Override
    protected long start() {
      if (!slept) {
        slept = true;
        loop.schedule(millis * 1_000_000L, this);
        return SUSPENDED;
      }
      return millis;
    }

    @Override
    protected void ended(long result) {
      this.result = result;
    }
  }
}
