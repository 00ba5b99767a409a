package io.jasyncio.benchmarks.workloads;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.benchmarks.handwritten.Fiber;
import io.jasyncio.benchmarks.handwritten.Frame;
import io.jasyncio.benchmarks.handwritten.MainFiber;
import io.jasyncio.benchmarks.kotlin.ChainKt;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;

/**
 * A chain of methods, 100 deep, that await each other, and whose leaf suspends: once (an operation
 * is then a frame), or 100 times (an operation is then a suspension below 99 sleeping frames).
 */
@OperationsPerInvocation(Workload.OPERATIONS)
public class Chain extends MixedWorkload {

  private static final int DEPTH = 100;
  private static final int CHAINS = OPERATIONS / DEPTH;

  /** How often the leaf suspends. */
  @Param({"1", "100"})
  public int suspensions;

  public Chain() {
    super(Gate.ALWAYS);
  }

  // jasyncio

  @Benchmark
  public long jasyncio() {
    return loop.runUntilComplete(chains(suspensions, gate));
  }

  @Async
  private static Coroutine<Long> chains(int suspensions, Gate gate) {
    long sum = 0;
    for (int i = 0; i < CHAINS; i++) {
      sum += await(frame(DEPTH, suspensions, gate));
    }
    return result(sum);
  }

  @Async
  private static Coroutine<Integer> frame(int depth, int suspensions, Gate gate) {
    if (depth > 1) {
      return result(await(frame(depth - 1, suspensions, gate)) + 1);
    }
    for (int i = 0; i < suspensions; i++) {
      if (gate.suspends(i)) {
        await(sleep(Duration.ZERO));
      }
    }
    return result(1);
  }

  // Kotlin

  @Benchmark
  public long kotlin() {
    return ChainKt.chains(CHAINS, DEPTH, suspensions, gate);
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
          for (int i = 0; i < CHAINS; i++) {
            sum += blocking(DEPTH);
          }
          return sum;
        });
  }

  private int blocking(int depth) {
    if (depth > 1) {
      return blocking(depth - 1) + 1;
    }
    for (int i = 0; i < suspensions; i++) {
      if (gate.suspends(i)) {
        VirtualThreads.giveWay();
      }
    }
    return 1;
  }

  // CompletableFuture

  /** Each chain begins when the one before it has ended. */
  @Benchmark
  public long completableFuture() {
    CompletableFuture<Long> sum = CompletableFuture.completedFuture(0L);
    for (int i = 0; i < CHAINS; i++) {
      sum = sum.thenCompose(before -> stage(DEPTH).thenApply(value -> before + value));
    }
    return Stages.run(handWrittenLoop, sum);
  }

  private CompletableFuture<Integer> stage(int depth) {
    return depth > 1 ? stage(depth - 1).thenApply(value -> value + 1) : new Leaf().run();
  }

  private final class Leaf {
    private final CompletableFuture<Integer> end = new CompletableFuture<>();
    private int i;

    CompletableFuture<Integer> run() {
      while (i < suspensions) {
        if (gate.suspends(i++)) {
          CompletableFuture<?> unused = Stages.giveWay(handWrittenLoop).thenRun(this::run);
          return end;
        }
      }
      boolean unused = end.complete(1);
      return end;
    }
  }

  // Hand-written

  @Benchmark
  public long handWritten() {
    return new MainFiber(handWrittenLoop) {
      @Override
      protected long start() {
        return chains(this, null, 0, 0);
      }
    }.runToEnd();
  }

  private long chains(Fiber fiber, ChainsFrame suspended, int first, long before) {
    long sum = before;
    for (int i = first; i < CHAINS; i++) {
      long value = frame(fiber, DEPTH);
      if (value == Fiber.SUSPENDED) {
        ChainsFrame frame = suspended != null ? suspended : new ChainsFrame(this);
        frame.i = i;
        frame.sum = sum;
        return fiber.sleep(frame);
      }
      sum += value;
    }
    return sum;
  }

  private long frame(Fiber fiber, int depth) {
    if (depth == 1) {
      return leaf(fiber, null, 0);
    }
    long value = frame(fiber, depth - 1);
    return value == Fiber.SUSPENDED ? fiber.sleep(new AddFrame()) : value + 1;
  }

  private long leaf(Fiber fiber, LeafFrame suspended, int first) {
    for (int i = first; i < suspensions; i++) {
      if (gate.suspends(i)) {
        LeafFrame frame = suspended != null ? suspended : new LeafFrame(this);
        frame.i = i;
        fiber.giveWay();
        return fiber.sleep(frame);
      }
    }
    return 1;
  }

  private static final class ChainsFrame extends Frame {
    final Chain method;
    int i;
    long sum;

    ChainsFrame(Chain method) {
      this.method = method;
    }

    @Override
    protected long resume(Fiber fiber, long sent) {
      return method.chains(fiber, this, i + 1, sum + sent);
    }
  }

  private static final class AddFrame extends Frame {
    @Override
    protected long resume(Fiber fiber, long sent) {
      return sent + 1;
    }
  }

  private static final class LeafFrame extends Frame {
    final Chain method;
    int i;

    LeafFrame(Chain method) {
      this.method = method;
    }

    @Override
    protected long resume(Fiber fiber, long sent) {
      return method.leaf(fiber, this, i + 1);
    }
  }
}
