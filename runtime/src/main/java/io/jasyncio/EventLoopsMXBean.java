package io.jasyncio;

/**
 * The running loops of a JVM, for JMX: {@code io.jasyncio:type=EventLoops}. Started with {@code
 * -Djasyncio.jmx=true}, a program shows it to JConsole, VisualVM and other tools.
 */
public interface EventLoopsMXBean {

  /**
   * Counts the loops.
   *
   * @return how many run now
   */
  int getRunning();

  /**
   * Describes the tasks of all running loops, as {@link EventLoop#dump} does for one.
   *
   * @return several lines of text, for people
   */
  String dump();
}
