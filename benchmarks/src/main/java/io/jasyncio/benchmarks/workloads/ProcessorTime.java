package io.jasyncio.benchmarks.workloads;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Counts what the process uses beside what JMH measures, which is the time that passes. */
@AuxCounters(AuxCounters.Type.EVENTS)
@State(Scope.Thread)
public class ProcessorTime {

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** Of all threads of this process, in the iteration. */
  public double cpuMillis;

  long of(LongSupplier body) {
    long before = SYSTEM.getProcessCpuTime();
    long result = body.getAsLong();
    cpuMillis += (SYSTEM.getProcessCpuTime() - before) / 1e6;
    return result;
  }
}
