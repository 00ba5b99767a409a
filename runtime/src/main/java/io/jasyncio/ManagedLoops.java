package io.jasyncio;

import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.ObjectName;

/** Keeps {@link EventLoopsMXBean}, if the program was started with it. */
final class ManagedLoops implements EventLoopsMXBean {

  private static final boolean ON = Boolean.getBoolean("jasyncio.jmx");
  private static final ManagedLoops INSTANCE = ON ? registered() : null;

  private final Set<EventLoop> running = ConcurrentHashMap.newKeySet();

  private ManagedLoops() {}

  private static ManagedLoops registered() {
    ManagedLoops loops = new ManagedLoops();
    Registration.of(loops);
    return loops;
  }

  static void started(EventLoop loop) {
    if (ON) {
      INSTANCE.running.add(loop);
    }
  }

  static void stopped(EventLoop loop) {
    if (ON) {
      INSTANCE.running.remove(loop);
    }
  }

  @Override
  public int getRunning() {
    return running.size();
  }

  @Override
  public String dump() {
    return running.stream().map(EventLoop::dump).collect(Collectors.joining("\n"));
  }

  /** The only code that needs the module {@code java.management}, without which a JDK may come. */
  private static final class Registration {

    static void of(ManagedLoops loops) {
      try {
        ManagementFactory.getPlatformMBeanServer()
            .registerMBean(loops, new ObjectName("io.jasyncio:type=EventLoops"));
      } catch (JMException e) {
        System.getLogger("io.jasyncio").log(System.Logger.Level.WARNING, "no MBean for loops", e);
      }
    }
  }
}
