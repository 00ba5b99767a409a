package io.jasyncio;

import io.jasyncio.codegen.Interruption;

/**
 * Thrown at the await where a coroutine stands that is {@linkplain Coroutine#close closed}, and at
 * the emit where a {@linkplain Generator#close generator} stands.
 *
 * <p>Catch it only to clean up, and let it go on: a coroutine that is being closed must not await
 * again, and a generator must not emit. The counterpart of Python's {@code GeneratorExit}.
 */
public final class GeneratorExit extends Interruption {

  private static final long serialVersionUID = 1L;

  /** Made by the methods that close. */
  GeneratorExit() {
    super(null);
  }
}
