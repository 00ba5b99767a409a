package io.jasyncio.benchmarks.workloads;

import io.jasyncio.EventLoop;
import io.jasyncio.benchmarks.handwritten.Loop;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * One workload in all forms: a benchmark method for each, named as the columns of the table are.
 *
 * <p>Each form is measured in processes of its own, so one does not spoil the other's profile, and
 * does many operations in a call, so that entering and leaving the loop does not count.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public abstract class Workload {

  /** How many operations a call does, unless a workload says otherwise. */
  public static final int OPERATIONS = 10_000;

  /** Sets how many carrier threads run virtual threads. */
  public static final String PARALLELISM_1 = "-Djdk.virtualThreadScheduler.parallelism=1";

  /** Keeps the scheduler from adding a carrier thread where one is pinned. */
  public static final String POOL_SIZE_1 = "-Djdk.virtualThreadScheduler.maxPoolSize=1";

  final EventLoop loop = EventLoop.create();
  final Loop handWrittenLoop = new Loop();
}
