package io.jasyncio.benchmarks.workloads;

import java.lang.reflect.Method;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * A workload that is measured twice: as it is, and after half of its calls have really suspended.
 *
 * <p>Where no call has ever suspended, the JVM's compiler takes it that none will, and what it then
 * measures is a plain loop. No program stays like that.
 */
public abstract class MixedWorkload extends Workload {

  private static final long MIXING_NANOS = Long.getLong("mixing.millis", 1_500) * 1_000_000;

  /** What the JVM has seen before it is measured. */
  @Param({"plain", "mixed"})
  public String profile;

  final Gate gate = new Gate();
  private final int measured;

  MixedWorkload(int measured) {
    this.measured = measured;
  }

  /** Runs the form that is measured in this process, with half of the calls suspending. */
  @Setup(Level.Trial)
  public void mix(BenchmarkParams parameters) throws ReflectiveOperationException {
    prepare();
    if (profile.equals("mixed")) {
      String benchmark = parameters.getBenchmark();
      Method form = getClass().getMethod(benchmark.substring(benchmark.lastIndexOf('.') + 1));
      gate.set(Gate.HALF);
      long end = System.nanoTime() + MIXING_NANOS;
      while (System.nanoTime() < end) {
        Object unused = form.invoke(this);
      }
    }
    gate.set(measured);
  }

  /** What has to be there before the first call. */
  void prepare() {}
}
