package io.jasyncio;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What {@link Asyncio#wait} has come to. Both sets have the order of the arguments.
 *
 * @param <F> the type of the futures
 * @param done those that have a result, have failed or are cancelled
 * @param pending the others; they go on
 */
public record WaitResult<F extends Future<?>>(Set<F> done, Set<F> pending) {

  /**
   * Copies the sets.
   *
   * @param done not null
   * @param pending not null
   */
  public WaitResult {
    done = Collections.unmodifiableSet(new LinkedHashSet<>(done));
    pending = Collections.unmodifiableSet(new LinkedHashSet<>(pending));
  }
}
