package io.jasyncio.benchmarks.workloads;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.benchmarks.handwritten.Fiber;
import io.jasyncio.benchmarks.handwritten.Frame;
import io.jasyncio.benchmarks.handwritten.MainFiber;
import io.jasyncio.benchmarks.kotlin.AwaitStaticKt;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** Await of a child that does not suspend, where it is certain which method is called. */
@OperationsPerInvocation(Workload.OPERATIONS)
public class AwaitStatic extends MixedWorkload {

  public AwaitStatic() {
    super(Gate.NEVER);
  }

  // jasyncio

  @Benchmark
  public long jasyncio() {
    return loop.runUntilComplete(sum(gate));
  }

  @Async
  private static Coroutine<Long> sum(Gate gate) {
    long sum = 0;
    for (int i = 0; i < OPERATIONS; i++) {
      sum += await(child(i, gate));
    }
    return result(sum);
  }

  @Async
  private static Coroutine<Integer> child(int i, Gate gate) {
    if (gate.suspends(i)) {
      await(sleep(Duration.ZERO));
    }
    return result(i + 1);
  }

  // Kotlin

  @Benchmark
  public long kotlin() {
    return AwaitStaticKt.awaitStatic(OPERATIONS, gate);
  }

  // Virtual threads

  @Benchmark
  @Fork(jvmArgsAppend = {PARALLELISM_1, POOL_SIZE_1})
  public long virtualThreads1() {
    return virtualThreads();
  }

  @Benchmark
  public long virtualThreads() {
    return VirtualThreads.call(
        () -> {
          long sum = 0;
          for (int i = 0; i < OPERATIONS; i++) {
            sum += blocking(i, gate);
          }
          return sum;
        });
  }

  private static int blocking(int i, Gate gate) {
    if (gate.suspends(i)) {
      VirtualThreads.giveWay();
    }
    return i + 1;
  }

  // CompletableFuture

  /** Stages that are done are run through at once, so that this chain does not grow. */
  @Benchmark
  public long completableFuture() {
    CompletableFuture<Long> sum = CompletableFuture.completedFuture(0L);
    for (int i = 0; i < OPERATIONS; i++) {
      int index = i;
      sum = sum.thenCompose(before -> stage(index).thenApply(value -> before + value));
    }
    return Stages.run(handWrittenLoop, sum);
  }

  private CompletableFuture<Integer> stage(int i) {
    return gate.suspends(i)
        ? Stages.giveWay(handWrittenLoop).thenApply(done -> i + 1)
        : CompletableFuture.completedFuture(i + 1);
  }

  // Hand-written

  @Benchmark
  public long handWritten() {
    return new MainFiber(handWrittenLoop) {
      @Override
      protected long start() {
        return sum(this, null, 0, 0);
      }
    }.runToEnd();
  }

  private long sum(Fiber fiber, SumFrame suspended, int first, long before) {
    long sum = before;
    for (int i = first; i < OPERATIONS; i++) {
      long value = child(fiber, i, gate);
      if (value == Fiber.SUSPENDED) {
        SumFrame frame = suspended != null ? suspended : new SumFrame(this);
        frame.i = i;
        frame.sum = sum;
        return fiber.sleep(frame);
      }
      sum += value;
    }
    return sum;
  }

  private static long child(Fiber fiber, int i, Gate gate) {
    if (gate.suspends(i)) {
      fiber.giveWay();
      return fiber.sleep(new ChildFrame(i));
    }
    return i + 1L;
  }

  private static final class SumFrame extends Frame {
    final AwaitStatic method;
    int i;
    long sum;

    SumFrame(AwaitStatic method) {
      this.method = method;
    }

    @Override
    protected long resume(Fiber fiber, long sent) {
      return method.sum(fiber, this, i + 1, sum + sent);
    }
  }

  private static final class ChildFrame extends Frame {
    final int i;

    ChildFrame(int i) {
      this.i = i;
    }

    @Override
    protected long resume(Fiber fiber, long sent) {
      return i + 1L;
    }
  }
}
