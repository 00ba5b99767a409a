package io.jasyncio.processor.agent;

import java.lang.instrument.Instrumentation;

/** Weaves at load time, for classes of a compiler that cannot: {@code -javaagent:<this jar>}. */
public final class Agent {

  private Agent() {}

  /**
   * Called by the JVM before the program starts.
   *
   * @param arguments none
   * @param instrumentation where the weaver is put
   */
  public static void premain(String arguments, Instrumentation instrumentation) {
    instrumentation.addTransformer(new LoadTimeWeaver());
  }
}
