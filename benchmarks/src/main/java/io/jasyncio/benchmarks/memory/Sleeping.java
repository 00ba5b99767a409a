package io.jasyncio.benchmarks.memory;

import io.jasyncio.benchmarks.Form;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import javax.management.ObjectName;

/**
 * Puts coroutines to sleep and weighs them: {@code java ... Sleeping JASYNCIO depth [count]}.
 * Prints the bytes for one; with {@code -v} as a fourth argument also the classes that they are
 * made of.
 *
 * <p>A coroutine of depth 10 is 10 methods that await each other, the innermost of which sleeps.
 * Each keeps one number across its await.
 */
public final class Sleeping {

  private static final int MILLION = 1_000_000;

  private Sleeping() {}

  public static void main(String[] arguments) throws Exception {
    Form form = Form.valueOf(arguments[0]);
    int depth = Integer.parseInt(arguments[1]);
    int count = arguments.length > 2 ? Integer.parseInt(arguments[2]) : MILLION;
    Sleepers sleepers = Sleepers.of(form);
    // Classes, tables and pools that do not grow with the number are there after the first
    // thousand.
    sleepers.put(1_000, depth);
    String classesBefore = histogram();
    long before = heap();
    sleepers.put(count, depth);
    long after = heap();
    System.out.printf(Locale.ROOT, "%.1f%n", (after - before) / (double) count);
    if (arguments.length > 3) {
      new ClassWeights(classesBefore, histogram()).print(count, System.out);
    }
    // They hold threads that would not end; and nothing must be collected before this line.
    System.out.flush();
    Runtime.getRuntime().halt(sleepers.hashCode() == 0 ? 1 : 0);
  }

  /** The heap in use after a full collection. */
  private static long heap() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(50);
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static String histogram() throws Exception {
    return (String)
        ManagementFactory.getPlatformMBeanServer()
            .invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                "gcClassHistogram",
                new Object[] {null},
                new String[] {String[].class.getName()});
  }
}
