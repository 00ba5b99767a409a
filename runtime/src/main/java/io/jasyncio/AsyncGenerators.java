package io.jasyncio;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.annotations.Async;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The async generators that were started in a loop and may be left open when it ends. */
final class AsyncGenerators {

  private static final int FEW = 32;

  private final EventLoop loop;
  private List<WeakReference<AsyncGenerator<?>>> started = new ArrayList<>();

  /** How many there may be before the ended ones are sorted out. */
  private int limit = FEW;

  AsyncGenerators(EventLoop loop) {
    this.loop = loop;
  }

  void add(AsyncGenerator<?> generator) {
    if (started.size() >= limit) {
      started.removeIf(reference -> reference.get() == null || reference.get().isOver());
      limit = Math.max(FEW, 2 * started.size());
    }
    started.add(new WeakReference<>(generator));
  }

  /**
   * Closes all that are open, one after the other; failures go to the exception handler. An error,
   * a cancellation too, is thrown when all are closed.
   */
  @Async
  Coroutine<Void> shutdown() {
    List<WeakReference<AsyncGenerator<?>>> left = started;
    started = new ArrayList<>();
    Error thrown = null;
    for (WeakReference<AsyncGenerator<?>> reference : left) {
      AsyncGenerator<?> generator = reference.get();
      if (generator != null && !generator.isOver()) {
        try {
          await(generator.aclose());
        } catch (Exception | StackOverflowError failure) {
          loop.callExceptionHandler(
              new ErrorContext(
                  "an error occurred during closing of asynchronous generator " + generator,
                  failure,
                  Map.of("asyncgen", generator)));
        } catch (Error error) {
          thrown = thrown == null ? error : thrown;
        }
      }
    }
    if (thrown != null) {
      throw thrown;
    }
    return result();
  }
}
