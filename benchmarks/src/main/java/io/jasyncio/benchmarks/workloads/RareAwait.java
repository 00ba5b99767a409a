package io.jasyncio.benchmarks.workloads;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.benchmarks.handwritten.Fiber;
import io.jasyncio.benchmarks.handwritten.Frame;
import io.jasyncio.benchmarks.handwritten.MainFiber;
import io.jasyncio.benchmarks.kotlin.RareAwaitKt;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;

/**
 * Numeric loops that give way every now and then, so as not to keep the loop's thread, beside the
 * same loops in plain Java that do not.
 *
 * <p>tight: one loop over a million numbers, which gives way 16 times; vectorised: two nested
 * loops, of which the inner one is one that the JVM's compiler vectorises, and the outer one gives
 * way 16 times. An operation is one turn of the innermost loop.
 */
@OperationsPerInvocation(RareAwait.NUMBERS)
public class RareAwait extends Workload {

  /** Numbers that are added up. */
  public static final int NUMBERS = 1 << 20;

  private static final int ROW = 1 << 10;
  private static final int ROWS = NUMBERS / ROW;
  private static final int NUMBERS_BETWEEN = NUMBERS / 16;
  private static final int ROWS_BETWEEN = ROWS / 16;

  /** Which loop. */
  @Param({"tight", "vectorised"})
  public String kind;

  private final int[] left = new SplittableRandom(1).ints(ROW).toArray();
  private final int[] right = new SplittableRandom(2).ints(ROW).toArray();

  private boolean tight() {
    return kind.equals("tight");
  }

  // Plain Java

  @Benchmark
  public long plainJava() {
    return tight() ? plainTight() : plainVectorised(left, right);
  }

  private static long plainTight() {
    int hash = 1;
    for (int i = 0; i < NUMBERS; i++) {
      hash = hash * 31 + (i ^ hash >>> 7);
    }
    return hash;
  }

  private static long plainVectorised(int[] left, int[] right) {
    int sum = 0;
    for (int row = 0; row < ROWS; row++) {
      for (int j = 0; j < ROW; j++) {
        sum += left[j] * right[j] ^ row;
      }
    }
    return sum;
  }

  // jasyncio

  @Benchmark
  public long jasyncio() {
    return loop.runUntilComplete(tight() ? tightSum() : vectorisedSum(left, right));
  }

  @Async
  private static Coroutine<Integer> tightSum() {
    int hash = 1;
    for (int i = 0; i < NUMBERS; i++) {
      hash = hash * 31 + (i ^ hash >>> 7);
      if (i % NUMBERS_BETWEEN == 0) {
        await(sleep(Duration.ZERO));
      }
    }
    return result(hash);
  }

  @Async
  private static Coroutine<Integer> vectorisedSum(int[] left, int[] right) {
    int sum = 0;
    for (int row = 0; row < ROWS; row++) {
      for (int j = 0; j < ROW; j++) {
        sum += left[j] * right[j] ^ row;
      }
      if (row % ROWS_BETWEEN == 0) {
        await(sleep(Duration.ZERO));
      }
    }
    return result(sum);
  }

  // Kotlin

  @Benchmark
  public long kotlin() {
    return tight()
        ? RareAwaitKt.tightSum(NUMBERS, NUMBERS_BETWEEN)
        : RareAwaitKt.vectorisedSum(left, right, ROWS, ROWS_BETWEEN);
  }

  // Virtual threads

  @Benchmark
  @Fork(jvmArgsAppend = {PARALLELISM_1, POOL_SIZE_1})
  public long virtualThreads1() {
    return virtualThreads();
  }

  @Benchmark
  public long virtualThreads() {
    return VirtualThreads.call(tight() ? RareAwait::tightBlocking : this::vectorisedBlocking);
  }

  private static long tightBlocking() {
    int hash = 1;
    for (int i = 0; i < NUMBERS; i++) {
      hash = hash * 31 + (i ^ hash >>> 7);
      if (i % NUMBERS_BETWEEN == 0) {
        VirtualThreads.giveWay();
      }
    }
    return hash;
  }

  private long vectorisedBlocking() {
    int sum = 0;
    for (int row = 0; row < ROWS; row++) {
      for (int j = 0; j < ROW; j++) {
        sum += left[j] * right[j] ^ row;
      }
      if (row % ROWS_BETWEEN == 0) {
        VirtualThreads.giveWay();
      }
    }
    return sum;
  }

  // CompletableFuture

  @Benchmark
  public long completableFuture() {
    CompletableFuture<Integer> sum = CompletableFuture.completedFuture(tight() ? 1 : 0);
    for (int part = 0; part < 16; part++) {
      int number = part;
      sum =
          sum.thenApplyAsync(
              before -> tight() ? tightPart(before, number) : vectorisedPart(before, number),
              handWrittenLoop);
    }
    return Stages.run(handWrittenLoop, sum);
  }

  private static int tightPart(int before, int part) {
    int hash = before;
    for (int i = part * NUMBERS_BETWEEN; i < (part + 1) * NUMBERS_BETWEEN; i++) {
      hash = hash * 31 + (i ^ hash >>> 7);
    }
    return hash;
  }

  private int vectorisedPart(int before, int part) {
    int sum = before;
    for (int row = part * ROWS_BETWEEN; row < (part + 1) * ROWS_BETWEEN; row++) {
      for (int j = 0; j < ROW; j++) {
        sum += left[j] * right[j] ^ row;
      }
    }
    return sum;
  }

  // Hand-written

  @Benchmark
  public long handWritten() {
    return new MainFiber(handWrittenLoop) {
      @Override
      protected long start() {
        return tight() ? tightSum(this, null, 0, 1) : vectorisedSum(this, null, 0, 0);
      }
    }.runToEnd();
  }

  private long tightSum(Fiber fiber, SumFrame suspended, int first, int before) {
    int hash = before;
    for (int i = first; i < NUMBERS; i++) {
      hash = hash * 31 + (i ^ hash >>> 7);
      if (i % NUMBERS_BETWEEN == 0) {
        return giveWay(fiber, suspended, i, hash);
      }
    }
    return hash;
  }

  private long vectorisedSum(Fiber fiber, SumFrame suspended, int first, int before) {
    int sum = before;
    for (int row = first; row < ROWS; row++) {
      for (int j = 0; j < ROW; j++) {
        sum += left[j] * right[j] ^ row;
      }
      if (row % ROWS_BETWEEN == 0) {
        return giveWay(fiber, suspended, row, sum);
      }
    }
    return sum;
  }

  private long giveWay(Fiber fiber, SumFrame suspended, int i, int sum) {
    SumFrame frame = suspended != null ? suspended : new SumFrame(this);
    frame.i = i;
    frame.sum = sum;
    fiber.giveWay();
    return fiber.sleep(frame);
  }

  private static final class SumFrame extends Frame {
    final RareAwait method;
    int i;
    int sum;

    SumFrame(RareAwait method) {
      this.method = method;
    }

    @Override
    protected long resume(Fiber fiber, long sent) {
      return method.tight()
          ? method.tightSum(fiber, this, i + 1, sum)
          : method.vectorisedSum(fiber, this, i + 1, sum);
    }
  }
}
