package io.jasyncio.benchmarks.workloads;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;
import static io.jasyncio.Asyncio.sleep;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.benchmarks.handwritten.Fiber;
import io.jasyncio.benchmarks.handwritten.Frame;
import io.jasyncio.benchmarks.handwritten.MainFiber;
import io.jasyncio.benchmarks.kotlin.LiveLocalsKt;
import java.time.Duration;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * A method with 20 live locals, all of which change between suspensions. There is no form with
 * {@code CompletableFuture}: it has no locals, and would be the form of {@link Yield} again.
 */
@OperationsPerInvocation(Workload.OPERATIONS)
public class LiveLocals extends MixedWorkload {

  public LiveLocals() {
    super(Gate.ALWAYS);
  }

  // jasyncio

  @Benchmark
  public long jasyncio() {
    return loop.runUntilComplete(locals(gate));
  }

  @Async
  private static Coroutine<Long> locals(Gate gate) {
    int i0 = 0;
    int i1 = 1;
    int i2 = 2;
    int i3 = 3;
    int i4 = 4;
    int i5 = 5;
    int i6 = 6;
    int i7 = 7;
    long l0 = 0;
    long l1 = 1;
    long l2 = 2;
    long l3 = 3;
    long l4 = 4;
    long l5 = 5;
    double d0 = 0;
    double d1 = 1;
    double d2 = 2;
    double d3 = 3;
    String s0 = "";
    String s1 = gate.toString();
    for (int i = 0; i < OPERATIONS; i++) {
      if (gate.suspends(i)) {
        await(sleep(Duration.ZERO));
      }
      i0 += i1;
      i1 += i2;
      i2 += i3;
      i3 += i4;
      i4 += i5;
      i5 += i6;
      i6 += i7;
      i7 += i0;
      l0 += l1;
      l1 += l2;
      l2 += l3;
      l3 += l4;
      l4 += l5;
      l5 += l0;
      d0 += d1;
      d1 += d2;
      d2 += d3;
      d3 += d0;
      String s2 = s0;
      s0 = s1;
      s1 = s2;
    }
    long end =
        (long) (d0 + d1 + d2 + d3)
            + s0.length()
            + s1.length()
            + i0
            + i1
            + i2
            + i3
            + i4
            + i5
            + i6
            + i7
            + l0
            + l1
            + l2
            + l3
            + l4
            + l5;
    return result(end);
  }

  // Kotlin

  @Benchmark
  public long kotlin() {
    return LiveLocalsKt.liveLocals(OPERATIONS, gate);
  }

  // Virtual threads

  @Benchmark
  @Fork(jvmArgsAppend = {PARALLELISM_1, POOL_SIZE_1})
  public long virtualThreads1() {
    return virtualThreads();
  }

  @Benchmark
  public long virtualThreads() {
    return VirtualThreads.call(this::blocking);
  }

  private long blocking() {
    int i0 = 0;
    int i1 = 1;
    int i2 = 2;
    int i3 = 3;
    int i4 = 4;
    int i5 = 5;
    int i6 = 6;
    int i7 = 7;
    long l0 = 0;
    long l1 = 1;
    long l2 = 2;
    long l3 = 3;
    long l4 = 4;
    long l5 = 5;
    double d0 = 0;
    double d1 = 1;
    double d2 = 2;
    double d3 = 3;
    String s0 = "";
    String s1 = gate.toString();
    for (int i = 0; i < OPERATIONS; i++) {
      if (gate.suspends(i)) {
        VirtualThreads.giveWay();
      }
      i0 += i1;
      i1 += i2;
      i2 += i3;
      i3 += i4;
      i4 += i5;
      i5 += i6;
      i6 += i7;
      i7 += i0;
      l0 += l1;
      l1 += l2;
      l2 += l3;
      l3 += l4;
      l4 += l5;
      l5 += l0;
      d0 += d1;
      d1 += d2;
      d2 += d3;
      d3 += d0;
      String s2 = s0;
      s0 = s1;
      s1 = s2;
    }
    return (long) (d0 + d1 + d2 + d3)
        + s0.length()
        + s1.length()
        + i0
        + i1
        + i2
        + i3
        + i4
        + i5
        + i6
        + i7
        + l0
        + l1
        + l2
        + l3
        + l4
        + l5;
  }

  // Hand-written

  @Benchmark
  public long handWritten() {
    return new MainFiber(handWrittenLoop) {
      @Override
      protected long start() {
        return locals(this, new LocalsFrame(LiveLocals.this));
      }
    }.runToEnd();
  }

  /**
   * Locals first, fields only across the suspension, which is what a compiler can keep in
   * registers.
   */
  private long locals(Fiber fiber, LocalsFrame frame) {
    int i0 = frame.i0;
    int i1 = frame.i1;
    int i2 = frame.i2;
    int i3 = frame.i3;
    int i4 = frame.i4;
    int i5 = frame.i5;
    int i6 = frame.i6;
    int i7 = frame.i7;
    long l0 = frame.l0;
    long l1 = frame.l1;
    long l2 = frame.l2;
    long l3 = frame.l3;
    long l4 = frame.l4;
    long l5 = frame.l5;
    double d0 = frame.d0;
    double d1 = frame.d1;
    double d2 = frame.d2;
    double d3 = frame.d3;
    String s0 = frame.s0;
    String s1 = frame.s1;
    boolean resumed = frame.suspended;
    for (int i = frame.i; i < OPERATIONS; i++) {
      if (!resumed && gate.suspends(i)) {
        frame.suspended = true;
        frame.i = i;
        frame.i0 = i0;
        frame.i1 = i1;
        frame.i2 = i2;
        frame.i3 = i3;
        frame.i4 = i4;
        frame.i5 = i5;
        frame.i6 = i6;
        frame.i7 = i7;
        frame.l0 = l0;
        frame.l1 = l1;
        frame.l2 = l2;
        frame.l3 = l3;
        frame.l4 = l4;
        frame.l5 = l5;
        frame.d0 = d0;
        frame.d1 = d1;
        frame.d2 = d2;
        frame.d3 = d3;
        frame.s0 = s0;
        frame.s1 = s1;
        fiber.giveWay();
        return fiber.sleep(frame);
      }
      resumed = false;
      i0 += i1;
      i1 += i2;
      i2 += i3;
      i3 += i4;
      i4 += i5;
      i5 += i6;
      i6 += i7;
      i7 += i0;
      l0 += l1;
      l1 += l2;
      l2 += l3;
      l3 += l4;
      l4 += l5;
      l5 += l0;
      d0 += d1;
      d1 += d2;
      d2 += d3;
      d3 += d0;
      String s2 = s0;
      s0 = s1;
      s1 = s2;
    }
    return (long) (d0 + d1 + d2 + d3)
        + s0.length()
        + s1.length()
        + i0
        + i1
        + i2
        + i3
        + i4
        + i5
        + i6
        + i7
        + l0
        + l1
        + l2
        + l3
        + l4
        + l5;
  }

  private static final class LocalsFrame extends Frame {
    final LiveLocals method;
    boolean suspended;
    int i;
    int i0;
    int i1;
    int i2;
    int i3;
    int i4;
    int i5;
    int i6;
    int i7;
    long l0;
    long l1;
    long l2;
    long l3;
    long l4;
    long l5;
    double d0;
    double d1;
    double d2;
    double d3;
    String s0;
    String s1;

    LocalsFrame(LiveLocals method) {
      this.method = method;
      i0 = 0;
      i1 = 1;
      i2 = 2;
      i3 = 3;
      i4 = 4;
      i5 = 5;
      i6 = 6;
      i7 = 7;
      l0 = 0;
      l1 = 1;
      l2 = 2;
      l3 = 3;
      l4 = 4;
      l5 = 5;
      d0 = 0;
      d1 = 1;
      d2 = 2;
      d3 = 3;
      s0 = "";
      s1 = method.gate.toString();
    }

    @Override
    protected long resume(Fiber fiber, long sent) {
      return method.locals(fiber, this);
    }
  }
}
