package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.annotations.Async;
import io.jasyncio.codegen.Failure;
import io.jasyncio.codegen.Suspension;

/** What is awaited to drive an async generator by hand. */
final class GeneratorCalls {

  private GeneratorCalls() {}

  /** The next value. */
  @Async
  static <T> Coroutine<T> next(GeneratorStep<T> step) {
    if (!Suspension.hasEmitted(await(step))) {
      throw new StopAsyncIteration();
    }
    return result(step.generator().taken());
  }

  /** The value after an exception; none, and no complaint, if the generator had ended before. */
  @Async
  static <T> Coroutine<T> athrow(GeneratorStep<T> step) {
    if (step.generator().hasEnded()) {
      return result(null);
    }
    return next(step);
  }

  /** The end. */
  @Async
  static Coroutine<Void> aclose(AsyncGenerator<?> generator) {
    generator.abandonUnstarted();
    if (generator.isOver()) {
      return result();
    }
    boolean emitted;
    try {
      Failure exit = new Failure(new GeneratorExit());
      emitted = Suspension.hasEmitted(await(new GeneratorStep<>(generator, exit, "aclose")));
    } catch (GeneratorExit ended) {
      emitted = false;
    }
    if (emitted) {
      Object unused = generator.taken();
      throw new IllegalStateException("async generator ignored GeneratorExit: " + generator);
    }
    return result();
  }
}
