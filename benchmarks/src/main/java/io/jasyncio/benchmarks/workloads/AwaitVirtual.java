package io.jasyncio.benchmarks.workloads;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.benchmarks.handwritten.Fiber;
import io.jasyncio.benchmarks.handwritten.Frame;
import io.jasyncio.benchmarks.handwritten.MainFiber;
import io.jasyncio.benchmarks.kotlin.AwaitVirtualKt;
import io.jasyncio.benchmarks.kotlin.KotlinSource;
import java.util.concurrent.CompletableFuture;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;

/**
 * Await of a child that does not suspend, where a subclass may override the method that is called.
 *
 * <p>virtual: a class whose methods nobody overrides; monomorphic: there are overriding classes,
 * but all objects are of one; megamorphic: the objects are of four classes in turn.
 */
@OperationsPerInvocation(Workload.OPERATIONS)
public class AwaitVirtual extends MixedWorkload {

  /** Which methods are called. */
  @Param({"virtual", "monomorphic", "megamorphic"})
  public String receivers;

  private Source[] sources;
  private KotlinSource[] kotlinSources;

  public AwaitVirtual() {
    super(Gate.NEVER);
  }

  @Override
  void prepare() {
    sources = Source.four(receivers, handWrittenLoop);
    kotlinSources = KotlinSource.four(receivers);
  }

  // jasyncio

  @Benchmark
  public long jasyncio() {
    return loop.runUntilComplete(sum(sources, gate));
  }

  @Async
  private static Coroutine<Long> sum(Source[] sources, Gate gate) {
    long sum = 0;
    for (int i = 0; i < OPERATIONS; i++) {
      sum += await(sources[i & 3].next(i, gate));
    }
    return result(sum);
  }

  // Kotlin

  @Benchmark
  public long kotlin() {
    return AwaitVirtualKt.awaitVirtual(OPERATIONS, kotlinSources, gate);
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
            sum += sources[i & 3].blocking(i, gate);
          }
          return sum;
        });
  }

  // CompletableFuture

  /** As in {@link AwaitStatic#completableFuture}. */
  @Benchmark
  public long completableFuture() {
    CompletableFuture<Long> sum = CompletableFuture.completedFuture(0L);
    for (int i = 0; i < OPERATIONS; i++) {
      int index = i;
      sum =
          sum.thenCompose(
              before -> sources[index & 3].stage(index, gate).thenApply(value -> before + value));
    }
    return Stages.run(handWrittenLoop, sum);
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
      long value = sources[i & 3].next(fiber, i, gate);
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

  private static final class SumFrame extends Frame {
    final AwaitVirtual method;
    int i;
    long sum;

    SumFrame(AwaitVirtual method) {
      this.method = method;
    }

    @Override
    protected long resume(Fiber fiber, long sent) {
      return method.sum(fiber, this, i + 1, sum + sent);
    }
  }
}
