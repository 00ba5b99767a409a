package io.jasyncio.processor.weave;

import java.util.Optional;

/**
 * What a class is told of the async methods of others. A call of one that is awaited right away
 * goes to the method's {@linkplain DirectEntries direct entry}, if it is known to have one.
 */
@FunctionalInterface
public interface AsyncCallees {

  /** Nothing is known of other classes. */
  AsyncCallees NONE = (owner, name, descriptor) -> Optional.empty();

  /**
   * Looks a method up, as a call names it.
   *
   * @param owner internal name of the class that the call names; it may inherit the method
   * @param name of the method
   * @param descriptor of the method
   * @return empty if it is not known to have a direct entry; else the descriptor of its result, as
   *     {@code I} where the result is declared to be an {@code Integer}, or that of Object
   */
  Optional<String> find(String owner, String name, String descriptor);
}
