package io.jasyncio.benchmarks.workloads;

import io.jasyncio.benchmarks.kotlin.KotlinReceiver;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Items from a plain thread to a task that waits for them on a loop of another thread.
 *
 * <p>latency: one item, whose sender spins until it was received, again and again, so that the loop
 * has to be woken up for each; throughput: {@value Workload#OPERATIONS} items, and then the sender
 * spins until all were received.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Workload.OPERATIONS)
public class WakeUp {

  /** What is measured. */
  @Param({"latency", "throughput"})
  public String measure;

  private int burst;
  private Receiver receiver;

  @Setup
  public void prepare() {
    burst = measure.equals("latency") ? 1 : Workload.OPERATIONS;
  }

  @TearDown(Level.Trial)
  public void stop() {
    receiver.stop();
  }

  @Benchmark
  public long jasyncio() {
    return send(receiver == null ? new JasyncioReceiver() : receiver);
  }

  @Benchmark
  public long kotlin() {
    return send(receiver == null ? new KotlinReceiver() : receiver);
  }

  @Benchmark
  @Fork(jvmArgsAppend = {Workload.PARALLELISM_1, Workload.POOL_SIZE_1})
  public long virtualThreads1() {
    return virtualThreads();
  }

  @Benchmark
  public long virtualThreads() {
    return send(receiver == null ? new BlockingReceiver() : receiver);
  }

  @Benchmark
  public long completableFuture() {
    return send(receiver == null ? new StageReceiver() : receiver);
  }

  @Benchmark
  public long handWritten() {
    return send(receiver == null ? new HandWrittenReceiver() : receiver);
  }

  private long send(Receiver to) {
    receiver = to;
    for (int sent = 0; sent < Workload.OPERATIONS; sent += burst) {
      long target = to.received() + burst;
      for (int i = 0; i < burst; i++) {
        to.send(i);
      }
      while (to.received() < target) {
        Thread.onSpinWait();
      }
    }
    return to.received();
  }
}
