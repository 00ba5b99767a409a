package io.jasyncio.benchmarks.workloads;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.benchmarks.handwritten.Fiber;
import io.jasyncio.benchmarks.handwritten.Frame;
import io.jasyncio.benchmarks.handwritten.MainFiber;
import io.jasyncio.benchmarks.kotlin.YieldKt;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** A task gives way to the loop again and again: {@code sleep(0)}, {@code yield}. */
@OperationsPerInvocation(Workload.OPERATIONS)
public class Yield extends MixedWorkload {

  public Yield() {
    super(Gate.ALWAYS);
  }

  // jasyncio

  @Benchmark
  public long jasyncio() {
    return loop.runUntilComplete(yields(gate));
  }

  @Async
  private static Coroutine<Long> yields(Gate gate) {
    long sum = 0;
    for (int i = 0; i < OPERATIONS; i++) {
      if (gate.suspends(i)) {
        await(sleep(Duration.ZERO));
      }
      sum += i;
    }
    return result(sum);
  }

  // Kotlin

  @Benchmark
  public long kotlin() {
    return YieldKt.yields(OPERATIONS, gate);
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
            if (gate.suspends(i)) {
              VirtualThreads.giveWay();
            }
            sum += i;
          }
          return sum;
        });
  }

  // CompletableFuture

  @Benchmark
  public long completableFuture() {
    return Stages.run(handWrittenLoop, new Rounds().run());
  }

  private final class Rounds {
    private final CompletableFuture<Long> end = new CompletableFuture<>();
    private int i;
    private long sum;

    CompletableFuture<Long> run() {
      while (i < OPERATIONS) {
        boolean suspends = gate.suspends(i);
        sum += i++;
        if (suspends) {
          CompletableFuture<?> unused = Stages.giveWay(handWrittenLoop).thenRun(this::run);
          return end;
        }
      }
      boolean unused = end.complete(sum);
      return end;
    }
  }

  // Hand-written

  @Benchmark
  public long handWritten() {
    return new MainFiber(handWrittenLoop) {
      @Override
      protected long start() {
        return yields(this, null, 0, 0);
      }
    }.runToEnd();
  }

  private long yields(Fiber fiber, YieldFrame suspended, int first, long before) {
    long sum = before;
    for (int i = first; i < OPERATIONS; i++) {
      sum += i;
      if (gate.suspends(i)) {
        YieldFrame frame = suspended != null ? suspended : new YieldFrame(this);
        frame.i = i;
        frame.sum = sum;
        fiber.giveWay();
        return fiber.sleep(frame);
      }
    }
    return sum;
  }

  private static final class YieldFrame extends Frame {
    final Yield method;
    int i;
    long sum;

    YieldFrame(Yield method) {
      this.method = method;
    }

    @Override
    protected long resume(Fiber fiber, long sent) {
      return method.yields(fiber, this, i + 1, sum);
    }
  }
}
