package io.jasyncio;

/** A callback in the timer heap. */
final class LoopTimerHandle extends LoopHandle implements TimerHandle, Timed {

  private final long when;

  /** Null once the handle has left the heap. */
  private TimerHeap heap;

  LoopTimerHandle(long when, Runnable callback, TimerHeap heap) {
    super(callback);
    this.when = when;
    this.heap = heap;
  }

  @Override
  public long when() {
    return when;
  }

  @Override
  public void cancel() {
    if (!cancelled() && heap != null) {
      heap.noteCancelled();
    }
    super.cancel();
  }

  @Override
  public boolean isLeftBehind() {
    return cancelled();
  }

  @Override
  public void unscheduled() {
    heap = null;
  }
}
