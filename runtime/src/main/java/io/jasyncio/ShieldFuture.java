package io.jasyncio;

import java.util.Map;
import java.util.function.Consumer;

/**
 * The future of {@link Asyncio#shield}: follows another one, but a cancellation of this does not
 * reach it.
 */
final class ShieldFuture<T> extends LoopFuture<T> implements Consumer<Future<T>> {

  private final Future<T> inner;

  private ShieldFuture(Future<T> inner) {
    super(inner.getLoop());
    this.inner = inner;
  }

  /** Shields a future; one that is done needs no shield. */
  static <T> Future<T> of(Future<T> inner) {
    if (inner.done()) {
      return inner;
    }
    ShieldFuture<T> outer = new ShieldFuture<>(inner);
    inner.addDoneCallback(outer);
    return outer;
  }

  /** The inner future is done. */
  @Override
  public void accept(Future<T> unused) {
    if (done()) {
      return;
    }
    if (inner.cancelled()) {
      super.cancel(null);
    } else if (inner.exception() != null) {
      fail(inner.exception());
    } else {
      succeed(inner.result());
    }
  }

  /** Leaves the inner future alone. A failure of it would be lost: nobody waits here any more. */
  @Override
  public boolean cancel(String message) {
    boolean cancelled = super.cancel(message);
    if (cancelled) {
      int unused = inner.removeDoneCallback(this);
      Unshielded report = new Unshielded();
      unused = inner.removeDoneCallback(report);
      inner.addDoneCallback(report);
    }
    return cancelled;
  }

  /** Reports the failure once, however many shields there were: all of these are equal. */
  private record Unshielded() implements Consumer<Future<?>> {
    @Override
    public void accept(Future<?> inner) {
      if (!inner.cancelled() && inner.exception() != null) {
        inner
            .getLoop()
            .callExceptionHandler(
                new ErrorContext(
                    inner.exception().getClass().getSimpleName()
                        + " in a shielded future, after its shield was cancelled",
                    inner.exception(),
                    Map.of("future", inner)));
      }
    }
  }
}
