package io.jasyncio;

import io.jasyncio.codegen.Execution;
import io.jasyncio.codegen.Suspendable;

/** Asks an async generator for its next value: what its own coroutines await. */
final class GeneratorStep<T> extends Suspendable implements Awaitable<Object> {

  private final AsyncGenerator<T> generator;
  private final Object sent;
  private final String operation;

  GeneratorStep(AsyncGenerator<T> generator, Object sent, String operation) {
    this.generator = generator;
    this.sent = sent;
    this.operation = operation;
  }

  AsyncGenerator<T> generator() {
    return generator;
  }

  @Override
  public Awaitable<Object> awaited() {
    return this;
  }

  @Override
  protected Object await(Execution execution) throws Throwable {
    return generator.step(execution, sent, operation);
  }
}
