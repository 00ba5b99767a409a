package io.jasyncio;

import io.jasyncio.codegen.Execution;

/** A coroutine that has its result from the beginning. */
final class CompletedCoroutine<T> extends Coroutine<T> {

  private final T value;

  CompletedCoroutine(T value) {
    this.value = value;
  }

  @Override
  protected Object resume(Execution execution) {
    return value;
  }
}
