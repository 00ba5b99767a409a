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
import io.jasyncio.benchmarks.handwritten.MainFiber;
import io.jasyncio.benchmarks.kotlin.SpawnKt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * 10,000 tasks are made, then each is waited for. Their results are small integers, which Java has
 * in a cache, so that the bytes are those of the tasks.
 */
@OperationsPerInvocation(Workload.OPERATIONS)
public class Spawn extends MixedWorkload {

  public Spawn() {
    super(Gate.NEVER);
  }

  // jasyncio

  @Benchmark
  public long jasyncio() {
    return loop.runUntilComplete(spawn(gate));
  }

  @Async
  private static Coroutine<Long> spawn(Gate gate) {
    List<Task<Integer>> tasks = new ArrayList<>(OPERATIONS);
    for (int i = 0; i < OPERATIONS; i++) {
      tasks.add(createTask(child(i, gate)));
    }
    long sum = 0;
    for (Task<Integer> task : tasks) {
      sum += await(task);
    }
    return result(sum);
  }

  @Async
  private static Coroutine<Integer> child(int i, Gate gate) {
    if (gate.suspends(i)) {
      await(sleep(Duration.ZERO));
    }
    return result(i & 127);
  }

  // Kotlin

  @Benchmark
  public long kotlin() {
    return SpawnKt.spawn(OPERATIONS, gate);
  }

  // Virtual threads

  @Benchmark
  @Fork(jvmArgsAppend = {PARALLELISM_1, POOL_SIZE_1})
  public long virtualThreads1() {
    return virtualThreads();
  }

  /** Threads that put their result into an array: cheaper than futures of an executor. */
  @Benchmark
  public long virtualThreads() {
    return VirtualThreads.call(
        () -> {
          int[] results = new int[OPERATIONS];
          List<Thread> threads = new ArrayList<>(OPERATIONS);
          for (int i = 0; i < OPERATIONS; i++) {
            int index = i;
            threads.add(VirtualThreads.start(() -> results[index] = blocking(index)));
          }
          long sum = 0;
          for (int i = 0; i < OPERATIONS; i++) {
            VirtualThreads.join(threads.get(i));
            sum += results[i];
          }
          return sum;
        });
  }

  private int blocking(int i) {
    if (gate.suspends(i)) {
      VirtualThreads.giveWay();
    }
    return i & 127;
  }

  // CompletableFuture

  @Benchmark
  public long completableFuture() {
    List<CompletableFuture<Integer>> stages = new ArrayList<>(OPERATIONS);
    for (int i = 0; i < OPERATIONS; i++) {
      int index = i;
      stages.add(
          gate.suspends(i)
              ? Stages.giveWay(handWrittenLoop).thenApplyAsync(x -> index & 127, handWrittenLoop)
              : CompletableFuture.supplyAsync(() -> index & 127, handWrittenLoop));
    }
    CompletableFuture<Long> sum =
        CompletableFuture.allOf(stages.toArray(CompletableFuture[]::new))
            .thenApply(done -> stages.stream().mapToLong(CompletableFuture::join).sum());
    return Stages.run(handWrittenLoop, sum);
  }

  // Hand-written

  @Benchmark
  public long handWritten() {
    return new Parent(handWrittenLoop, gate).runToEnd();
  }

  private static final class Parent extends MainFiber {
    private final Gate gate;
    private final Child[] children = new Child[OPERATIONS];
    private int spawned;
    private int joined;
    private long sum;

    Parent(Loop loop, Gate gate) {
      super(loop);
      this.gate = gate;
    }

    @Override
    protected long start() {
      for (; spawned < OPERATIONS; spawned++) {
        children[spawned] = new Child(loop, spawned, gate);
        loop.execute(children[spawned]);
      }
      for (; joined < OPERATIONS; joined++) {
        Child child = children[joined];
        if (child.result == SUSPENDED) {
          child.joiner = this;
          return SUSPENDED;
        }
        sum += child.result;
      }
      return sum;
    }
  }

  /** A task, its result and who waits for it, in one object. */
  private static final class Child extends Fiber {
    private final int i;
    private final Gate gate;
    private boolean suspended;
    private long result = SUSPENDED;
    private Fiber joiner;

    Child(Loop loop, int i, Gate gate) {
      super(loop);
      this.i = i;
      this.gate = gate;
    }

    @Override
    protected long start() {
      if (!suspended && gate.suspends(i)) {
        suspended = true;
        return giveWay();
      }
      return i & 127;
    }

    @Override
    protected void ended(long result) {
      this.result = result;
      if (joiner != null) {
        joiner.giveWay();
      }
    }
  }
}
