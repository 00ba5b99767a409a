package io.jasyncio;

import io.jasyncio.codegen.Interruption;

/**
 * Thrown at the await where a coroutine stands that is {@linkplain Coroutine#close closed}.
 *
 * <p>Catch it only to clean up, and let it go on: a coroutine that is being closed must not await
 * again. The counterpart of Python's {@code GeneratorExit}.
 */
public final class GeneratorExit extends Interruption {

  private static final long serialVersionUID = 1L;

  /** Made by {@link Coroutine#close}. */
  GeneratorExit() {
    super(null);
  }
}
