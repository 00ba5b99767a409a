package io.jasyncio;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;

/**
 * The future of a completion stage, which any thread may complete. It is the stage's callback, too.
 */
final class StageFuture<T> extends LoopFuture<T> implements BiFunction<T, Throwable, Void> {

  private final CompletionStage<T> stage;

  /** True while the stage may call back on our own stack, because it is complete already. */
  private boolean attaching;

  private StageFuture(CompletionStage<T> stage, EventLoop loop) {
    super(loop);
    this.stage = stage;
  }

  /** A future that is done at once if the stage is; on the loop's thread. */
  static <T> StageFuture<T> of(CompletionStage<T> stage, EventLoop loop) {
    StageFuture<T> future = new StageFuture<>(stage, loop);
    future.attach();
    return future;
  }

  private void attach() {
    attaching = true;
    CompletionStage<Void> unused = stage.handle(this);
    attaching = false;
  }

  /** The stage is complete. Another thread must not read the flag, so the thread is asked first. */
  @Override
  public Void apply(T value, Throwable failure) {
    if (loop.isLoopThread() && attaching) {
      settle(value, failure);
    } else {
      loop.callSoonThreadsafeUnlessClosed(() -> settle(value, failure));
    }
    return null;
  }

  private void settle(T value, Throwable failure) {
    if (done()) {
      return;
    }
    Throwable cause = unwrap(failure);
    if (cause == null) {
      succeed(value);
    } else if (cause instanceof CancellationException) {
      super.cancel(null);
    } else {
      fail(cause);
    }
  }

  /** What the stage failed with, without the wrapping that dependent stages add. */
  static Throwable unwrap(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  /** Cancels the stage, too, in the loop's next turn, since its other callbacks run there. */
  @Override
  public boolean cancel(String message) {
    boolean cancelled = super.cancel(message);
    if (cancelled) {
      loop.enqueue(this::cancelStage);
    }
    return cancelled;
  }

  private void cancelStage() {
    try {
      stage.toCompletableFuture().cancel(false);
    } catch (UnsupportedOperationException notCancellable) {
      // A stage may refuse to be seen as a future: then it runs on, and nobody waits for it.
      return;
    }
  }
}
