package io.jasyncio.flow;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Asyncio;
import io.jasyncio.Awaitable;
import io.jasyncio.CancelledError;
import io.jasyncio.Coroutine;
import io.jasyncio.ExceptionGroup;
import io.jasyncio.Future;
import io.jasyncio.annotations.Async;
import io.jasyncio.internal.Children;
import io.jasyncio.internal.Sneaky;
import java.util.ArrayList;
import java.util.List;

/** {@link Structured#race}. */
final class Race {

  private Race() {}

  @Async
  static <T> Coroutine<T> run(List<Awaitable<? extends T>> runners) {
    Children<T> children = new Children<>();
    List<Throwable> failures = new ArrayList<>();
    Future<T> first = null;
    try {
      for (Awaitable<? extends T> runner : runners) {
        children.add(start(runner));
      }
      while (first == null && failures.size() < children.started()) {
        Future<T> done = await(children.next());
        Throwable failure = failureOf(done);
        if (failure == null) {
          first = done;
        } else {
          failures.add(failure);
        }
      }
    } finally {
      await(children.cancelAndWait());
    }
    if (first == null) {
      throw loss(failures);
    }
    return result(first.result());
  }

  /** Only read, so a future of a narrower type will do. */
  @SuppressWarnings("unchecked")
  private static <T> Future<T> start(Awaitable<? extends T> runner) {
    return (Future<T>) Asyncio.ensureFuture(runner);
  }

  private static Throwable failureOf(Future<?> done) {
    return done.cancelled() ? new CancelledError("a runner was cancelled") : done.exception();
  }

  private static RuntimeException loss(List<Throwable> failures) {
    if (failures.size() == 1) {
      throw Sneaky.raise(failures.get(0));
    }
    return new ExceptionGroup("nobody has won the race", failures);
  }
}
