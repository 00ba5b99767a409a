package io.jasyncio.processor.weave;

import java.util.List;

/**
 * What weaving a class gives.
 *
 * @param classFile the class with kickoffs and bodies
 * @param machines the state-machine classes of its async methods
 */
@SuppressWarnings("ArrayRecordComponent") // class files are handed on, never compared
public record WovenClass(byte[] classFile, List<Machine> machines) {

  /**
   * A state-machine class.
   *
   * @param name the internal name
   * @param classFile its bytes
   */
  public record Machine(String name, byte[] classFile) {}
}
