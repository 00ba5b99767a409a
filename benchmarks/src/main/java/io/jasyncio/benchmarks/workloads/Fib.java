package io.jasyncio.benchmarks.workloads;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.benchmarks.handwritten.Fiber;
import io.jasyncio.benchmarks.handwritten.Frame;
import io.jasyncio.benchmarks.handwritten.MainFiber;
import io.jasyncio.benchmarks.kotlin.FibKt;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** Recursive Fibonacci numbers without suspension: the price of a call. */
@OperationsPerInvocation(Fib.CALLS)
public class Fib extends MixedWorkload {

  private static final int N = 20;

  /** How often {@code fib(20)} calls {@code fib}. */
  public static final int CALLS = 21_891;

  public Fib() {
    super(Gate.NEVER);
  }

  // jasyncio

  @Benchmark
  public long jasyncio() {
    return loop.runUntilComplete(fib(N, gate));
  }

  @Async
  private static Coroutine<Integer> fib(int n, Gate gate) {
    if (gate.suspends(n)) {
      await(sleep(Duration.ZERO));
    }
    if (n < 2) {
      return result(n);
    }
    return result(await(fib(n - 1, gate)) + await(fib(n - 2, gate)));
  }

  // Kotlin

  @Benchmark
  public long kotlin() {
    return FibKt.runFib(N, gate);
  }

  // Virtual threads

  @Benchmark
  @Fork(jvmArgsAppend = {PARALLELISM_1, POOL_SIZE_1})
  public long virtualThreads1() {
    return virtualThreads();
  }

  @Benchmark
  public long virtualThreads() {
    return VirtualThreads.call(() -> blocking(N, gate));
  }

  private static int blocking(int n, Gate gate) {
    if (gate.suspends(n)) {
      VirtualThreads.giveWay();
    }
    return n < 2 ? n : blocking(n - 1, gate) + blocking(n - 2, gate);
  }

  // CompletableFuture

  @Benchmark
  public long completableFuture() {
    return Stages.run(handWrittenLoop, stage(N));
  }

  private CompletableFuture<Integer> stage(int n) {
    return gate.suspends(n) ? Stages.giveWay(handWrittenLoop).thenCompose(done -> sum(n)) : sum(n);
  }

  private CompletableFuture<Integer> sum(int n) {
    return n < 2
        ? CompletableFuture.completedFuture(n)
        : stage(n - 1).thenCompose(a -> stage(n - 2).thenApply(b -> a + b));
  }

  // Hand-written

  @Benchmark
  public long handWritten() {
    return new MainFiber(handWrittenLoop) {
      @Override
      protected long start() {
        return fib(this, N, gate);
      }
    }.runToEnd();
  }

  private static long fib(Fiber fiber, int n, Gate gate) {
    if (gate.suspends(n)) {
      fiber.giveWay();
      return fiber.sleep(new FibFrame(n, gate));
    }
    return n < 2 ? n : firstCall(fiber, null, n, gate);
  }

  private static long firstCall(Fiber fiber, FibFrame suspended, int n, Gate gate) {
    long first = fib(fiber, n - 1, gate);
    if (first == Fiber.SUSPENDED) {
      FibFrame frame = suspended != null ? suspended : new FibFrame(n, gate);
      frame.state = 1;
      return fiber.sleep(frame);
    }
    return secondCall(fiber, suspended, n, gate, first);
  }

  private static long secondCall(Fiber fiber, FibFrame suspended, int n, Gate gate, long first) {
    long second = fib(fiber, n - 2, gate);
    if (second == Fiber.SUSPENDED) {
      FibFrame frame = suspended != null ? suspended : new FibFrame(n, gate);
      frame.state = 2;
      frame.first = first;
      return fiber.sleep(frame);
    }
    return first + second;
  }

  private static final class FibFrame extends Frame {
    final int n;
    final Gate gate;
    int state;
    long first;

    FibFrame(int n, Gate gate) {
      this.n = n;
      this.gate = gate;
    }

    @Override
    protected long resume(Fiber fiber, long sent) {
      return switch (state) {
        case 0 -> n < 2 ? n : firstCall(fiber, this, n, gate);
        case 1 -> secondCall(fiber, this, n, gate, sent);
        default -> first + sent;
      };
    }
  }
}
