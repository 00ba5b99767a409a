package io.jasyncio.processor.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The calls that block their thread, each with what to do instead.
 *
 * <p>An entry for a type counts for its subtypes. Where there are several, the one for the nearest
 * supertype decides, and there one for the method before one for all methods.
 */
final class BlockingCalls {

  /** An entry's method where it means all of them. */
  static final String ALL_METHODS = "*";

  /** By {@code type#method}; empty for what does not block after all. */
  private final Map<String, Optional<String>> entries = new HashMap<>();

  private final Set<String> blockingMethods = new HashSet<>();

  /** Adds an entry, or puts it in the place of an older one. */
  void addBlocking(String type, String method, String advice) {
    entries.put(type + "#" + method, Optional.of(advice));
    blockingMethods.add(method);
  }

  /** Says that a method does not block, whatever is said of the type's supertypes. */
  void addHarmless(String type, String method) {
    entries.put(type + "#" + method, Optional.empty());
  }

  /** False if no method of that name blocks; quick. */
  boolean mayContain(String method) {
    return blockingMethods.contains(method) || blockingMethods.contains(ALL_METHODS);
  }

  /**
   * What to do instead of a call, if that blocks.
   *
   * @param types the names of the type that the method is called on and of its supertypes, the
   *     nearest first
   */
  Optional<String> adviceFor(Set<String> types, String method) {
    return types.stream()
        .flatMap(type -> Stream.of(type + "#" + method, type + "#" + ALL_METHODS))
        .filter(entries::containsKey)
        .findFirst()
        .flatMap(entries::get);
  }
}
