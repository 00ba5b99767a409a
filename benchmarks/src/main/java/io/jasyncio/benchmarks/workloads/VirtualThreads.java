package io.jasyncio.benchmarks.workloads;

import java.util.concurrent.ThreadFactory;
import java.util.function.LongSupplier;

/**
 * Virtual threads, found by reflection, once: so that one build serves both JDKs. With a JDK that
 * has none the benchmarks for them are left out.
 */
public final class VirtualThreads {

  static final ThreadFactory FACTORY = factory();

  private VirtualThreads() {}

  /** Calls {@code body} on a virtual thread and waits for its result. */
  static long call(LongSupplier body) {
    long[] result = new long[1];
    join(start(() -> result[0] = body.getAsLong()));
    return result[0];
  }

  /** Starts a virtual thread. */
  public static Thread start(Runnable body) {
    Thread thread = FACTORY.newThread(body);
    thread.start();
    return thread;
  }

  static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Lets others run on the same carrier. */
  @SuppressWarnings("ThreadPriorityCheck") // The scheduler of virtual threads is what is measured.
  static void giveWay() {
    Thread.yield();
  }

  /** Sleeps as any thread does. */
  public static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static ThreadFactory factory() {
    try {
      Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
      Class<?> type = Class.forName("java.lang.Thread$Builder");
      return (ThreadFactory) type.getMethod("factory").invoke(builder);
    } catch (ReflectiveOperationException e) {
      throw new UnsupportedOperationException("this JDK has no virtual threads", e);
    }
  }
}
