package io.jasyncio.benchmarks.handwritten;

/** The locals of a suspended body. */
public abstract class Frame {

  Frame awaiter;

  /**
   * Goes on where the body was suspended.
   *
   * @param fiber what the body runs in
   * @param sent the result of what was awaited
   * @return the body's result, or {@link Fiber#SUSPENDED}
   */
  protected abstract long resume(Fiber fiber, long sent);
}
